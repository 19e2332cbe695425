import { type RefObject, useEffect, useId, useRef } from 'react';
import type { ActionWords, ConfirmWords } from '../electron/words/action-words.ts';
import { Say } from './say.tsx';
import { wordsId } from './state-words.tsx';

type ActionButtonProps = {
  readonly action: ActionWords;
  readonly busy: boolean;
  readonly onPress: () => void;
  readonly button: RefObject<HTMLButtonElement | null>;
};

/** The one thing that can be done now. Blocked it stays where it is, can be reached by the keyboard, and says why. */
export function ActionButton({ action, busy, onPress, button }: ActionButtonProps) {
  const reasonId = useId();
  const isBlocked = action.blocked !== null;
  return (
    <div className="action" data-emphasis={action.emphasis}>
      <button
        ref={button}
        type="button"
        className="button"
        data-emphasis={action.emphasis}
        aria-disabled={isBlocked || busy}
        aria-describedby={isBlocked ? reasonId : wordsId}
        onClick={() => {
          if (!isBlocked && !busy) onPress();
        }}
      >
        <Say message={action.label} />
      </button>
      {action.blocked !== null && (
        <p className="hint" id={reasonId}>
          <Say message={action.blocked} />
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
    <section
      className="box question"
      role="alertdialog"
      aria-labelledby={titleId}
      aria-describedby={sentenceId}
    >
      <h2 id={titleId}>
        <Say message={words.title} />
      </h2>
      <p id={sentenceId}>
        <Say message={words.sentence} />
      </p>
      <div className="buttons">
        <button ref={cancel} type="button" className="button" data-emphasis="secondary" onClick={onCancel}>
          <Say message={words.cancel} />
        </button>
        <button
          type="button"
          className="button"
          data-emphasis="secondary"
          aria-disabled={busy}
          onClick={onProceed}
        >
          <Say message={words.proceed} />
        </button>
      </div>
    </section>
  );
}
