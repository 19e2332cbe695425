import type { RefObject } from 'react';
import type { Message } from '../electron/words/catalog.ts';
import { Say } from './say.tsx';

type ButtonProps = {
  readonly label: Message;
  readonly emphasis: 'primary' | 'secondary' | 'quiet' | 'link';
  readonly onPress: () => void;
  /** It stays in reach of the keyboard and VoiceOver, but does nothing. */
  readonly disabled?: boolean;
  /** Id of what VoiceOver reads after the label. */
  readonly describedBy?: string;
  readonly button?: RefObject<HTMLButtonElement | null>;
};

export function Button({ label, emphasis, onPress, disabled = false, describedBy, button }: ButtonProps) {
  return (
    <button
      ref={button}
      type="button"
      className="button"
      data-emphasis={emphasis}
      aria-disabled={disabled}
      aria-describedby={describedBy}
      onClick={({ detail }) => {
        // The second half of a double click may hit what the first has brought up, and nobody has read that yet.
        const isSecondClick = detail > 1;
        if (!disabled && !isSecondClick) onPress();
      }}
    >
      <Say message={label} />
    </button>
  );
}
