import type { RefObject } from 'react';
import type { Description } from '../electron/words/describe.ts';
import { Say } from './say.tsx';
import { Why } from './why.tsx';

export const wordsId = 'words';

type StateWordsProps = {
  readonly words: Pick<Description, 'headline' | 'sentence' | 'hint'>;
  readonly headline: RefObject<HTMLHeadingElement | null>;
};

/**
 * What is going on. A live region: VoiceOver reads it when it changes, and as it holds absolute times only, it changes
 * with the state and not with the minutes.
 */
export function StateWords({ words, headline }: StateWordsProps) {
  return (
    <div className="words" id={wordsId} role="status">
      <h1 ref={headline} tabIndex={-1}>
        <Say message={words.headline} />
      </h1>
      <p>
        <Say message={words.sentence} />
      </p>
      {words.hint !== null && (
        <p className="hint">
          <Say message={words.hint} />
        </p>
      )}
    </div>
  );
}

type ReasonsProps = { readonly words: Pick<Description, 'why' | 'result'> };

/** Why, and what came of the last sign-in. There from the beginning, or VoiceOver would not notice what comes in. */
export function Reasons({ words: { why, result } }: ReasonsProps) {
  return (
    <div className="reasons" role="status">
      {why !== null && <Why words={why} />}
      {result !== null && (
        <section className="box">
          <h2>
            <Say message={result.title} />
          </h2>
          <p>
            <Say message={result.sentence} />
          </p>
        </section>
      )}
    </div>
  );
}
