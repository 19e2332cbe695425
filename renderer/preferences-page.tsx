import { useEffect, useId, useRef, useState } from 'react';
import type { PreferenceChange, Preferences } from '../electron/assess/preferences.ts';
import { message } from '../electron/words/catalog.ts';
import {
  type ChoiceWords,
  languageWords,
  openAtLoginWords,
  type SwitchWords,
  warnWords,
} from '../electron/words/preference-words.ts';
import { Button } from './button.tsx';
import { Say } from './say.tsx';
import { useEscape } from './use-escape.ts';

type PreferencesPageProps = {
  readonly preferences: Preferences;
  /** Rejects where the change could not be kept. */
  readonly onChange: (change: PreferenceChange) => Promise<void>;
  readonly onBack: () => void;
};

/** What the person may set, in place of the state. What is drawn is what holds, not what was clicked. */
export function PreferencesPage({ preferences, onChange, onBack }: PreferencesPageProps) {
  const { warnBeforeLapse, language, openAtLogin } = preferences;
  const [hasFailed, setFailed] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEscape(onBack);
  const change = (wanted: PreferenceChange) => {
    setFailed(false);
    void onChange(wanted).catch(() => setFailed(true));
  };
  return (
    <main className="popover preferences">
      <h1 ref={heading} tabIndex={-1}>
        <Say message={message('preferences.title')} />
      </h1>
      <div className="page">
        <Choice words={warnWords(warnBeforeLapse)} onChange={change} />
        <Choice words={languageWords(language)} onChange={change} columns={2} />
        {openAtLogin !== null && <Switch words={openAtLoginWords(openAtLogin)} onChange={change} />}
      </div>
      <footer>
        <p className="hint" role="status">
          {hasFailed && <Say message={message('preferences.failed')} />}
        </p>
        <Button label={message('report.back')} emphasis="secondary" onPress={onBack} />
      </footer>
    </main>
  );
}

type ChoiceProps = {
  readonly words: ChoiceWords;
  readonly onChange: (change: PreferenceChange) => void;
  readonly columns?: 1 | 2;
};

function Choice({ words: { title, isManaged, choices }, onChange, columns = 1 }: ChoiceProps) {
  const name = useId();
  return (
    <fieldset className="box" disabled={isManaged}>
      <legend>
        <Say message={title} />
      </legend>
      <div className="choices" data-columns={columns}>
        {choices.map(({ label, isChosen, change, language }) => (
          <label key={String(change.value)} lang={language}>
            <input type="radio" name={name} checked={isChosen} onChange={() => onChange(change)} />
            <Say message={label} />
          </label>
        ))}
      </div>
      {isManaged && <Managed />}
    </fieldset>
  );
}

type SwitchProps = { readonly words: SwitchWords; readonly onChange: (change: PreferenceChange) => void };

function Switch({ words: { label, isManaged, isOn, change }, onChange }: SwitchProps) {
  return (
    <fieldset className="box" disabled={isManaged}>
      <label>
        <input type="checkbox" checked={isOn} onChange={() => onChange(change)} />
        <Say message={label} />
      </label>
      {isManaged && <Managed />}
    </fieldset>
  );
}

function Managed() {
  return (
    <p className="hint">
      <Say message={message('preferences.managed')} />
    </p>
  );
}
