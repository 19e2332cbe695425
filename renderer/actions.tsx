import { type RefObject, useEffect, useId, useRef } from 'react';
import type { ActionWords, ConfirmWords } from '../electron/words/action-words.ts';
import { Button } from './button.tsx';
import { Say } from './say.tsx';
import { wordsId } from './state-words.tsx';

type ActionButtonProps = {
  readonly action: ActionWords;
  readonly busy: boolean;
  readonly onPress: () => void;
  readonly button: RefObject<HTMLButtonElement | null>;
};

/** The one thing that can be done now. Blocked it stays where it is and says why. */
export function ActionButton({ action, busy, onPress, button }: ActionButtonProps) {
  const reasonId = useId();
  const { label, emphasis, blocked } = action;
  return (
    <div className="action" data-emphasis={emphasis}>
      <Button
        button={button}
        label={label}
        emphasis={emphasis}
        disabled={blocked !== null || busy}
        describedBy={blocked === null ? wordsId : reasonId}
        onPress={onPress}
      />
      {blocked !== null && (
        <p className="hint" id={reasonId}>
          <Say message={blocked} />
        </p>
      )}
    </div>
  );
}

type ConfirmQuestionProps = {
  readonly words: ConfirmWords;
  readonly busy: boolean;
  readonly onProceed: () => void;
  readonly onCancel: () => void;
};

/** What a sign-in on a working Mac can cost, before it starts. The keyboard begins at the way back. */
export function ConfirmQuestion({ words, busy, onProceed, onCancel }: ConfirmQuestionProps) {
  const titleId = useId();
  const sentenceId = useId();
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => cancel.current?.focus(), []);
  return (
    <section className="box" role="alertdialog" aria-labelledby={titleId} aria-describedby={sentenceId}>
      <h2 id={titleId}>
        <Say message={words.title} />
      </h2>
      <p id={sentenceId}>
        <Say message={words.sentence} />
      </p>
      <div className="buttons">
        <Button button={cancel} label={words.cancel} emphasis="secondary" onPress={onCancel} />
        <Button label={words.proceed} emphasis="secondary" disabled={busy} onPress={onProceed} />
      </div>
    </section>
  );
}
