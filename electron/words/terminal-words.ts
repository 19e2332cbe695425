import type { View } from '../assess/view.ts';
import { message } from './catalog.ts';
import { describe, line } from './describe.ts';
import { details } from './details-words.ts';
import { type Speech, say } from './speech.ts';

/** What `vigil status` prints for a person: the sentence, what else is worth knowing, and the facts. No line end. */
export function statusText(speech: Speech, view: View, vigilVersion: string, now: number): string {
  const { hint, causes, result, action } = describe(view);
  const came = result && message('line', { headline: result.title, sentence: result.sentence });
  const more = [hint, came, action?.blocked ?? null, ...causes].filter((part) => part !== null);
  const { rows, notes } = details(view, vigilVersion);
  const written = rows.map((row) => ({
    label: say(speech, row.label, now),
    value: say(speech, row.value, now),
  }));
  const width = Math.max(...written.map(({ label }) => label.length));
  return [
    say(speech, line(view), now),
    ...more.map((part) => say(speech, part, now)),
    '',
    ...written.map(({ label, value }) => `  ${label.padEnd(width)}  ${value}`),
    ...notes.map((note) => `  ${say(speech, note, now)}`),
  ].join('\n');
}
