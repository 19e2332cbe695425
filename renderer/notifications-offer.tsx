import { useId } from 'react';
import type { NotificationsWords } from '../electron/words/describe.ts';
import { Button } from './button.tsx';
import { Say } from './say.tsx';

type NotificationsOfferProps = {
  readonly words: NotificationsWords | null;
  readonly busy: boolean;
  readonly onAllow: () => void;
};

/** macOS asks for permission once, and an answer that does not come is a no: so it is asked for here, by a click. */
export function NotificationsOffer({ words, busy, onAllow }: NotificationsOfferProps) {
  const sentenceId = useId();
  if (words === null) return null;
  return (
    <section className="box offer">
      <p id={sentenceId}>
        <Say message={words.sentence} />
      </p>
      {words.allow !== null && (
        <Button
          label={words.allow}
          emphasis="secondary"
          disabled={busy}
          describedBy={sentenceId}
          onPress={onAllow}
        />
      )}
    </section>
  );
}
