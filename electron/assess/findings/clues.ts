import type { Explained } from '../codes/code-table.ts';
import { explainCodes } from '../codes/explain.ts';
import type { LogEvent } from '../log-event.ts';
import { minuteMs, secondMs } from '../rules.ts';
import { causeOf } from './causes.ts';
import { type Because, confidenceOf, type FindingId } from './finding.ts';
import { type SignIn, signInsOf } from './sign-ins.ts';

/** A line that speaks for a finding. */
export type Clue = {
  readonly finding: FindingId;
  readonly because: Because;
  readonly event: LogEvent;
  readonly codes: readonly Explained[];
  /** The sign-in that it belongs to, or fell into; null where there was none. */
  readonly signIn: SignIn | null;
};

/** All that the log says about causes. Read once: no clock has a part in it. */
export type Clues = {
  /** Oldest first. */
  readonly byFinding: ReadonlyMap<FindingId, readonly Clue[]>;
  /** Times of good sign-ins, oldest first. */
  readonly successes: readonly number[];
  /** Sign-ins that failed, silently or at the window, oldest first. */
  readonly failures: readonly SignIn[];
  /** The newest version of macOS that a line has told. */
  readonly macOs: string | null;
};

/** Lines of macOS this close to a sign-in belong to it. */
const closeMs = 5 * secondMs;
/** Looking at all failures of a month for each of thousands of lines would take long. */
const mostFailures = 100;
/** A window that stood for so long was not there to be seen; one that fails ends sooner. Our choice. */
const longUnansweredMs = 2 * minuteMs;

/** `events` are the lines of one person, oldest first. */
export function readClues(events: readonly LogEvent[]): Clues {
  const signIns = signInsOf(events);
  const failures = signIns.filter(({ failed }) => failed);
  const owners = new Map(signIns.flatMap((signIn) => signIn.events.map((event) => [event, signIn] as const)));
  const found = events.flatMap((event) => clueOf(event, owners, failures));
  const clues = withoutOldProfiles(found, events);
  const bySignIn = Map.groupBy(clues, ({ signIn }) => signIn);
  const ofFailures = failures.flatMap((signIn) => failureClue(signIn, bySignIn.get(signIn) ?? []));
  return {
    byFinding: Map.groupBy([...clues, ...ofFailures], ({ finding }) => finding),
    successes: events.filter(({ name }) => name === 'signed-in').map(({ at }) => at),
    failures,
    macOs: events.findLast(({ macOs }) => macOs !== undefined)?.macOs ?? null,
  };
}

function clueOf(
  event: LogEvent,
  owners: ReadonlyMap<LogEvent, SignIn>,
  failures: readonly SignIn[],
): readonly Clue[] {
  const cause = causeOf(event);
  if (cause === null) return [];
  const signIn = owners.get(event) ?? failureAround(event.at, failures);
  const beside = signIn?.failed === true && cause.because === 'few-lines';
  return [{ ...cause, because: beside ? 'beside-failure' : cause.because, event, signIn }];
}

function failureAround(at: number, failures: readonly SignIn[]): SignIn | null {
  const around = ({ startedAt, endedAt }: SignIn) => at >= startedAt - closeMs && at <= endedAt + closeMs;
  return failures.slice(-mostFailures).findLast(around) ?? null;
}

/** Profiles come and go: only the newest reading of them counts. */
function withoutOldProfiles(clues: readonly Clue[], events: readonly LogEvent[]): readonly Clue[] {
  const newest = events.findLast(({ name }) => name === 'sso-configuration');
  return clues.filter(({ event }) => event.name !== 'sso-configuration' || event === newest);
}

/** What a failure says beyond its lines: that the window was missed, or that nothing tells why. */
function failureClue(signIn: SignIn, clues: readonly Clue[]): readonly Clue[] {
  const missed = missedWindow(signIn, clues);
  if (missed !== null) return [missed];
  const event = signIn.events.findLast(({ name }) => name !== 'signed-in');
  if (clues.length > 0 || event === undefined) return [];
  const codes = signIn.events.flatMap(explainCodes);
  return [{ finding: 'cause-unknown', because: 'no-cause-in-log', event, codes, signIn }];
}

/** A window that ended without a token, was not cancelled and left no other reason: most likely nobody saw it. */
function missedWindow(signIn: SignIn, clues: readonly Clue[]): Clue | null {
  const { events } = signIn;
  const event = events.findLast(({ name }) => name === 'interactive-failed');
  if (event === undefined || clues.some((clue) => isOfWindow(clue, signIn))) return null;
  const silent = events.findLast(({ name }) => name === 'silent-failed');
  const stoodMs = event.at - (silent?.at ?? signIn.startedAt);
  const because = stoodMs >= longUnansweredMs ? 'long-unanswered' : 'window-without-result';
  return { finding: 'window-missed', because, event, codes: [], signIn };
}

/** Whether the clue tells how the window, as opposed to the silent sign-in before it, came to its end. */
function isOfWindow({ event, because, finding }: Clue, { events }: SignIn): boolean {
  if (finding === 'window-cancelled' || event.name === 'interactive-error') return true;
  const opened = events.findIndex(
    ({ name, route }) => name === 'flow-begun' && route?.startsWith('interactive'),
  );
  return opened !== -1 && confidenceOf[because] !== 'possible' && events.indexOf(event) > opened;
}
