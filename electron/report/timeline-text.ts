import { type Message, message } from '../words/catalog.ts';
import type { Tell } from '../words/finding-text.ts';
import type { Happening, What } from './timeline.ts';
import { utc } from './utc.ts';

/** `2026-11-25 12:51:00  Silent sign-in failed · -50002 · …` */
export function happeningLine({ at, untilAt, count, what }: Happening, tell: Tell): string {
  const often = count === 1 ? [] : [`×${count}`, `→ ${utc(untilAt)}`];
  return `${utc(at)}  ${[tell(wordsOf(what)), ...detailsOf(what), ...often].join(' · ')}`;
}

function wordsOf(what: What): Message {
  switch (what.kind) {
    case 'log':
      return message(`event.${what.event}`);
    case 'plist': {
      const { state, registered, lastSignInAt } = what;
      return message('report.plist', {
        state,
        registered: String(registered),
        at: lastSignInAt === null ? 'null' : utc(lastSignInAt),
      });
    }
    case 'woke':
      return message('report.woke');
    case 'attempt':
      return attemptWords(what);
    case 'refused':
      return message('report.refused', { by: what.by, why: what.why });
    case 'notification':
      return message('report.notification', { what: what.what, key: what.key ?? '' });
  }
}

function attemptWords({ by, end }: Extract<What, { kind: 'attempt' }>): Message {
  if (end === null) return message('report.attempt.started', { by });
  const { kind, code, signal, why, claims } = end;
  const how = [kind, code, signal, why, claims].filter((part) => part !== null);
  return message('report.attempt.ended', { by, how: how.join(' ') });
}

/** What the sentence does not hold. */
function detailsOf(what: What): readonly string[] {
  if (what.kind !== 'log') return [];
  return [...what.codes, ...(what.correlationId === null ? [] : [what.correlationId])];
}
