import type { PersonFact } from './facts.ts';
import type { LogEvent, LogEventName, LogRecord } from './log-event.ts';
import { type Captured, capture } from './vocabulary/capture.ts';
import { extensionWords } from './vocabulary/extension-words.ts';
import { jamfWords } from './vocabulary/jamf-words.ts';
import { msalWords } from './vocabulary/msal-words.ts';
import { routeWords } from './vocabulary/route-words.ts';
import { ssoWords } from './vocabulary/sso-words.ts';
import type { Speaker, Word } from './vocabulary/word.ts';

/** Every line whose meaning is known. Where a line fits several, the first counts. */
export const vocabulary: readonly Word[] = [
  ...jamfWords,
  ...msalWords,
  ...routeWords,
  ...ssoWords,
  ...extensionWords,
];

/** Says quickly of most lines that they mean nothing. */
const anyNeedle = new RegExp(
  [...new Set(vocabulary.map(({ needle }) => needle.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)))].join(
    '|',
  ),
);

/** Longer messages are read up to here: what they mean stands at their beginning. */
const longestMessage = 16 * 1024;
const longestLine = 500;

/** What a sign-in of root leaves behind. Root's runs do harm, so one is an event by itself. */
const rootTraces: ReadonlySet<LogEventName> = new Set([
  'signed-in',
  'sign-in-failed',
  'silent-failed',
  'interactive-failed',
  'interactive-error',
]);

/**
 * What a record of the log says, or null: an unknown line, or one about somebody else. Where `person` is null, as in a
 * file from another Mac, everybody's lines count.
 */
export function eventOf(record: LogRecord, person: PersonFact | null): LogEvent | null {
  if (isForeign(record.uid, person)) return null;
  const message = record.message.slice(0, longestMessage);
  if (!anyNeedle.test(message)) return null;
  for (const word of vocabulary) {
    if (!message.includes(word.needle)) continue;
    const match = word.pattern.exec(message);
    if (match === null || !isHeard(word.speaker, record)) continue;
    return eventFrom(word, capture(word, match.groups ?? {}, message), { ...record, message }, person);
  }
  return null;
}

function eventFrom(
  { name }: Word,
  captured: Captured,
  { at, key, pid, uid, message }: LogRecord,
  person: PersonFact | null,
): LogEvent | null {
  const line = message.slice(0, longestLine).toWellFormed();
  if ((uid === 0 && person?.uid !== 0) || (captured.account === 'root' && person?.userName !== 'root')) {
    return rootTraces.has(name) ? { name: 'ran-as-root', at, key, pid, line } : null;
  }
  if (captured.account !== undefined && person !== null && captured.account !== person.userName) return null;
  return { ...captured, name, at, key, pid, line };
}

/** Root is nobody's account, but its runs are everybody's business. */
function isForeign(uid: number | null, person: PersonFact | null): boolean {
  const own = person?.uid ?? null;
  return uid !== null && uid !== 0 && own !== null && uid !== own;
}

/** Other apps of Microsoft write the library's lines too; their sign-ins are not the agent's. */
function isHeard(speaker: Speaker, { subsystem, processPath }: LogRecord): boolean {
  if (speaker === 'macos' || speaker === 'extension' || subsystem === '') return true;
  return /jamfaad/i.test(subsystem) || /\/(?:Jamf Conditional Access|JamfAAD)$/i.test(processPath);
}
