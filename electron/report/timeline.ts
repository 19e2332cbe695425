import { explainCodes } from '../assess/codes/explain.ts';
import { isFailure, isNews } from '../assess/event-kinds.ts';
import type { AttemptEnd, CannotStart } from '../assess/facts.ts';
import type { LedgerEntry, PlistEntry } from '../assess/ledger-entry.ts';
import type { LogEvent, LogEventName } from '../assess/log-event.ts';
import { dayMs } from '../assess/rules.ts';
import type { Redacted, Redactor } from './redact.ts';

/** What happened once, or several times in a row. */
export type Happening = {
  readonly at: number;
  /** The last time. */
  readonly untilAt: number;
  readonly count: number;
  readonly what: What;
};

export type What =
  | {
      readonly kind: 'log';
      readonly event: LogEventName;
      readonly codes: readonly Redacted[];
      readonly correlationId: Redacted | null;
    }
  | ({ readonly kind: 'plist' } & Pick<PlistEntry, 'state' | 'registered' | 'lastSignInAt'>)
  | { readonly kind: 'woke' }
  | { readonly kind: 'attempt'; readonly by: 'app' | 'cli'; readonly end: EndOfAttempt | null }
  | { readonly kind: 'refused'; readonly by: 'app' | 'cli'; readonly why: CannotStart }
  | {
      readonly kind: 'notification';
      readonly what: 'asked' | 'posted' | 'withdrawn' | 'failed';
      /** `episode/step` of what was told. */
      readonly key: Redacted | null;
    };

type EndOfAttempt = {
  readonly kind: AttemptEnd['how']['kind'];
  readonly code: number | null;
  readonly signal: Redacted | null;
  readonly why: CannotStart | null;
  readonly claims: AttemptEnd['claims'];
};

/** Oldest first. */
export type Timeline = {
  readonly happenings: readonly Happening[];
  /** Older ones within the same days, of which there are too many to be told. */
  readonly leftOut: number;
};

/** As long as a deactivation counts as a risk, and as published checks of Jamf's look back. */
const toldMs = 5 * dayMs;
/** So far back everything is told; before, what was done and what went wrong. */
const inFullMs = dayMs;
const mostHappenings = 300;

/** What happened in the days before `now`, from all that Vigil remembers. */
export function timelineOf(entries: readonly LedgerEntry[], now: number, redact: Redactor): Timeline {
  // Back-fill brings older lines after newer ones.
  const inOrder = entries.filter(({ at }) => at > now - toldMs).sort((a, b) => a.at - b.at);
  const essential = essentials(inOrder);
  const told = inOrder
    .filter((entry) => entry.at > now - inFullMs || essential.has(entry))
    .flatMap((entry) => happeningOf(entry, redact) ?? []);
  const happenings = withoutRepetitions(told);
  const leftOut = Math.max(0, happenings.length - mostHappenings);
  return { happenings: happenings.slice(leftOut), leftOut };
}

function essentials(entries: readonly LedgerEntry[]): ReadonlySet<LedgerEntry> {
  const plists = entries.filter((entry) => entry.type === 'plist');
  const switches = plists.filter((entry, i) => {
    const before = plists[i - 1];
    return before === undefined || entry.state !== before.state || entry.registered !== before.registered;
  });
  const deeds = entries.filter((entry) => {
    if (entry.type === 'log') return entry.event.name === 'signed-in' || isFailure(entry.event.name);
    return entry.type === 'attempt' || entry.type === 'refused';
  });
  return new Set([...switches, ...deeds]);
}

function happeningOf(entry: LedgerEntry, redact: Redactor): Happening | null {
  const what = whatOf(entry, redact);
  return what && { at: entry.at, untilAt: entry.at, count: 1, what };
}

/** Null for what is no news. */
function whatOf(entry: LedgerEntry, redact: Redactor): What | null {
  switch (entry.type) {
    case 'log-read':
      return null;
    case 'woke':
      return { kind: 'woke' };
    case 'log':
      return isNews(entry.event.name) ? whatOfEvent(entry.event, redact) : null;
    case 'plist': {
      const { state, registered, lastSignInAt } = entry;
      return { kind: 'plist', state, registered, lastSignInAt };
    }
    case 'attempt': {
      const { attempt, end } = entry;
      return { kind: 'attempt', by: attempt.by, end: end && endOf(end, redact) };
    }
    case 'refused':
      return { kind: 'refused', by: entry.by, why: entry.why };
    case 'seen':
      return null;
    case 'notification':
      return {
        kind: 'notification',
        what: entry.what,
        key: entry.what === 'asked' ? null : redact(entry.key),
      };
  }
}

function whatOfEvent(event: LogEvent, redact: Redactor): What {
  return {
    kind: 'log',
    event: event.name,
    codes: explainCodes(event).map(({ code }) => redact(String(code))),
    correlationId: event.correlationId === undefined ? null : redact(event.correlationId),
  };
}

function endOf({ how, claims }: AttemptEnd, redact: Redactor): EndOfAttempt {
  return {
    kind: how.kind,
    code: how.kind === 'exited' ? how.code : null,
    signal: how.kind === 'exited' && how.signal !== null ? redact(how.signal) : null,
    why: how.kind === 'could-not-start' ? how.why : null,
    claims,
  };
}

/** The same thing in a row is one happening, with the correlation id of the newest. */
function withoutRepetitions(happenings: readonly Happening[]): readonly Happening[] {
  const told: Happening[] = [];
  for (const happening of happenings) {
    const last = told.at(-1);
    if (last === undefined || sameness(last) !== sameness(happening)) told.push(happening);
    else told[told.length - 1] = { ...happening, at: last.at, count: last.count + 1 };
  }
  return told;
}

function sameness({ what }: Happening): string {
  return JSON.stringify(what.kind === 'log' ? { ...what, correlationId: null } : what);
}
