import { type RefObject, useContext, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { HelpPlace } from '../electron/assess/organisation.ts';
import type { Intent, Shown } from '../electron/contract.ts';
import type { ActionWords } from '../electron/words/action-words.ts';
import { type Message, message } from '../electron/words/catalog.ts';
import { type Description, describe } from '../electron/words/describe.ts';
import { helpWords, needsHelp, registrationWords } from '../electron/words/help-words.ts';
import { glyphOf, toneOf } from '../electron/words/look.ts';
import { windowWords } from '../electron/words/window-words.ts';
import { ActionButton, ConfirmQuestion } from './actions.tsx';
import { Button } from './button.tsx';
import { Emblem } from './emblem.tsx';
import { Help } from './help.tsx';
import { More } from './more.tsx';
import { NotificationsOffer } from './notifications-offer.tsx';
import { NowContext, Say } from './say.tsx';
import { SettingsButton } from './settings-button.tsx';
import { Reasons, StateWords } from './state-words.tsx';
import { useEscape } from './use-escape.ts';
import { useSend } from './use-send.ts';

type StatePageProps = {
  readonly shown: Shown;
  readonly door: (intent: Intent) => Promise<void>;
  readonly onReport: () => void;
  readonly onPreferences: () => void;
};

/** Draws one state. All that it knows by itself is whether it has asked a question. */
export function StatePage({ shown, door, onReport, onPreferences }: StatePageProps) {
  const { view, organisation } = shown;
  const words = describe(view);
  const { action } = words;
  const window = windowWords(view, useContext(NowContext));
  const { send, busy } = useSend(door);
  const headline = useRef<HTMLHeadingElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { question, ask, answer } = useQuestion(action);

  const press = ({ verb }: ActionWords) => (verb === 'sign-in-now' ? ask() : send({ kind: verb }));
  const cancel = () => {
    flushSync(answer);
    button.current?.focus();
  };
  const proceed = () => {
    answer();
    send({ kind: 'sign-in-now', confirmed: true });
  };
  useEscape(() => (question === null ? void door({ kind: 'close' }) : cancel()));
  useFocus(action?.emphasis === 'primary' ? button : headline, headline);

  const isQuiet = action?.emphasis === 'quiet';
  const { isDense: dense } = words;
  const openHelp = (what: HelpPlace) => send({ kind: 'open-help', what });
  const actionButton = action !== null && question === null && (
    <ActionButton
      key={action.verb}
      action={action}
      busy={busy}
      onPress={() => press(action)}
      button={button}
    />
  );
  return (
    <main className="popover" data-tone={toneOf(view)} data-dense={dense}>
      <div className="page">
        <div className="state">
          <Emblem glyph={glyphOf(view)} share={window?.share ?? null} />
          <StateWords words={words} headline={headline} />
          {window !== null && !dense && <Left message={window.left} />}
          <SettingsButton onPress={onPreferences} />
        </div>
        {question === null && <Reasons words={words} />}
        {question === null && needsHelp(view) && (
          <Help words={helpWords(organisation)} hasLogo={shown.hasLogo} onOpen={openHelp} />
        )}
        <More shown={shown} onReport={onReport} onHelp={openHelp}>
          {isQuiet && !dense && actionButton}
        </More>
      </div>
      <footer>
        {question !== null && (
          <ConfirmQuestion words={question} busy={busy} onProceed={proceed} onCancel={cancel} />
        )}
        {(!isQuiet || dense) && actionButton}
        {question === null && (
          <Offers shown={shown} words={words} busy={busy} onHelp={openHelp} send={send} />
        )}
      </footer>
    </main>
  );
}

type OffersProps = {
  readonly shown: Shown;
  readonly words: Description;
  readonly busy: boolean;
  readonly onHelp: (what: HelpPlace) => void;
  readonly send: (intent: Intent) => void;
};

/** What can be done besides, and needs no hurry. */
function Offers({ shown: { view, organisation, iconVisible }, words, busy, onHelp, send }: OffersProps) {
  const registration = registrationWords(view, organisation);
  return (
    <>
      {registration !== null && (
        <Button label={registration} emphasis="secondary" onPress={() => onHelp('registration')} />
      )}
      <NotificationsOffer
        words={words.notifications}
        busy={busy}
        onAllow={() => send({ kind: 'allow-notifications' })}
      />
      {iconVisible === false && (
        <p className="hint">
          <Say message={message('icon.hidden')} />
        </p>
      )}
    </>
  );
}

/** Outside of the live regions, because it changes with every minute. */
function Left({ message }: { readonly message: Message }) {
  return (
    <p className="left">
      <Say message={message} />
    </p>
  );
}

/** What is asked before the action is done, from `ask` until `answer`, or until another action takes its place. */
function useQuestion(action: ActionWords | null) {
  const [asking, setAsking] = useState(false);
  const question = action?.confirm ?? null;
  // A question that came back by itself would be answered without having been read.
  if (asking && question === null) setAsking(false);
  return {
    question: asking ? question : null,
    ask: () => setAsking(true),
    answer: () => setAsking(false),
  };
}

type Focusable = RefObject<HTMLElement | null>;

/** The keyboard begins at `first`, and goes on from `fallback`, not from nowhere, when what had the focus is gone. */
function useFocus(first: Focusable, fallback: Focusable): void {
  const opened = useRef(false);
  useEffect(() => {
    if (!opened.current) first.current?.focus();
    else if (document.activeElement === document.body) fallback.current?.focus();
    opened.current = true;
  });
}
