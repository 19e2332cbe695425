import { message } from '../electron/words/catalog.ts';
import type { StepWords } from '../electron/words/finding-words.ts';
import type { WhyWords } from '../electron/words/why-words.ts';
import { Say } from './say.tsx';

/** The cause that matters most, and what the person can do about it. */
export function Why({ words: { cause, steps } }: { readonly words: WhyWords }) {
  return (
    <section className="box why">
      <h2 className="unseen">
        <Say message={message('why.title')} />
      </h2>
      <p>
        <Say message={cause} />
      </p>
      <Steps steps={steps} />
    </section>
  );
}

/** One thing to do is no list. */
function Steps({ steps }: { readonly steps: readonly StepWords[] }) {
  const [only, ...others] = steps;
  if (only === undefined) return null;
  if (others.length === 0) {
    return (
      <p>
        <Step step={only} />
      </p>
    );
  }
  return (
    <ol>
      {steps.map((step) => (
        <li key={step.text.id}>
          <Step step={step} />
        </li>
      ))}
    </ol>
  );
}

/** What to do, and what it costs. */
export function Step({ step: { text, cost } }: { readonly step: StepWords }) {
  return (
    <>
      <Say message={text} />
      {cost !== null && (
        <span className="cost">
          {' '}
          <Say message={cost} />
        </span>
      )}
    </>
  );
}
