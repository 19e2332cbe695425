import type { View } from '../assess/view.ts';
import { message } from './catalog.ts';
import { inColumns, widest } from './columns.ts';
import { describe, line } from './describe.ts';
import { details } from './details-words.ts';
import type { StepWords } from './finding-words.ts';
import { type Speech, say } from './speech.ts';

/** What `vigil status` prints for a person: the sentence, what else is worth knowing, and the facts. No line end. */
export function statusText(speech: Speech, view: View, vigilVersion: string, now: number): string {
  const { hint, why, result, action } = describe(view);
  const came = result && message('line', { headline: result.title, sentence: result.sentence });
  const more = [hint, came, action?.blocked ?? null, why?.cause ?? null].filter((part) => part !== null);
  const { rows, notes } = details(view, vigilVersion);
  const written = rows.map((row) => ({
    label: say(speech, row.label, now),
    value: say(speech, row.value, now),
  }));
  const width = widest(written.map(({ label }) => label));
  return [
    say(speech, line(view), now),
    ...more.map((part) => say(speech, part, now)),
    ...stepLines(speech, why?.steps ?? [], now),
    '',
    ...written.map(({ label, value }) => `  ${inColumns(label, width)}  ${value}`),
    ...notes.map((note) => `  ${say(speech, note, now)}`),
  ].join('\n');
}

/** What the person can do; one thing to do is no list. */
function stepLines(speech: Speech, steps: readonly StepWords[], now: number): readonly string[] {
  return steps.map(({ text, cost }, i) => {
    const sentences = cost === null ? [text] : [text, cost];
    const number = steps.length > 1 ? `${i + 1}. ` : '';
    return number + sentences.map((sentence) => say(speech, sentence, now)).join(' ');
  });
}
