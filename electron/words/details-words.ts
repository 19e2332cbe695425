import type { FindingId } from '../assess/findings/finding.ts';
import type { View } from '../assess/view.ts';
import { type Message, message } from './catalog.ts';
import { findingWords } from './finding-words.ts';

export type DetailRow = { readonly label: Message; readonly value: Message };

export type Details = {
  readonly rows: readonly DetailRow[];
  /** What is worth knowing and needs no one. */
  readonly notes: readonly Message[];
};

const noteworthy: ReadonlySet<FindingId> = new Set([
  'recurring-removed',
  'log-access-denied',
  'setting-invalid',
]);

/** The facts behind the words: for the popover's Details and for `vigil status`. */
export function details(view: View, vigilVersion: string): Details {
  return {
    rows: [
      { label: message('details.last-sign-in'), value: lastSignIn(view) },
      { label: message('details.next-check'), value: nextCheck(view) },
      { label: message('details.jamf'), value: jamf(view) },
      { label: message('details.account'), value: message('details.text', { text: view.userName }) },
      ...appId(view),
      ...logAccess(view),
      { label: message('details.vigil'), value: message('details.version', { version: vigilVersion }) },
    ],
    notes: view.findings
      .filter(({ id }) => noteworthy.has(id))
      .map((finding) => findingWords(finding).person),
  };
}

/** Until the log was tried there is nothing to say of it; one look, as of `vigil status`, does without. */
function logAccess({ logAccess }: View): Details['rows'] {
  if (logAccess === 'pending') return [];
  return [{ label: message('details.log'), value: message(`details.log.${logAccess}`) }];
}

function lastSignIn({ lastSignInAt }: View): Message {
  return lastSignInAt === null
    ? message('details.last-sign-in.none')
    : message('details.at', { at: lastSignInAt });
}

function nextCheck({ nextCheckFrom, nextCheckTo, recurring, phase }: View): Message {
  if (nextCheckFrom !== null && nextCheckTo !== null) {
    return message('details.between', { span: [nextCheckFrom, nextCheckTo] });
  }
  const untold = recurring && (phase === 'unknown' || phase === 'overdue');
  return message(untold ? 'details.next-check.unknown' : 'details.next-check.none');
}

function appId({ jamf: fact }: View): readonly DetailRow[] {
  if (fact.kind === 'absent' || fact.appId === undefined) return [];
  return [{ label: message('details.app-id'), value: message('details.text', { text: fact.appId }) }];
}

function jamf({ jamf: fact }: View): Message {
  if (fact.kind === 'absent') return message('details.jamf.absent');
  if (fact.version === null) return message('details.jamf.unknown');
  return message('details.version', { version: fact.version });
}
