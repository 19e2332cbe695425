import { wholeSecond } from './agent-run.ts';
import type { SignIn } from './findings/sign-ins.ts';
import type { LogEventName } from './log-event.ts';
import type { AttemptEntry, Memory } from './memory.ts';
import { futureToleranceMs, minuteMs, secondMs, settleMs } from './rules.ts';

export const momentKinds = [
  'signed-in',
  /** A sign-in that worked on a Mac whose access was switched off. */
  'reactivated',
  'deactivated',
  /** The agent could not sign in without the person, and went on to a window. */
  'silent-failed',
  'window-missed',
  'window-cancelled',
  'window-failed',
  /** What became of a sign-in that the person started here. */
  'attempt-failed',
  'attempt-stopped',
  'not-started',
] as const;
export type MomentKind = (typeof momentKinds)[number];

/** Something that happened to the sign-in of this Mac. */
export type Moment = { readonly at: number; readonly kind: MomentKind };

/** More than a busy day has; a Mac on which something fails every few minutes tells no more with more of them. */
const mostMoments = 60;
/** The log, the plist and an attempt tell of one thing at times that differ by this at most. */
const sameMs = minuteMs;
/** A window that failed so soon after the silent sign-in was never there to be seen, as without a network. */
const unseenMs = 5 * secondMs;
/** HFS+ counts whole seconds. */
const longestLagMs = secondMs;

type Past = Pick<Memory, 'plists' | 'clues' | 'attempts' | 'refusals'>;

/**
 * What happened, oldest first: from whatever tells of it, each thing once. `openAttempt` is the id of the attempt whose
 * outcome is not settled yet. Looks at no clock: which moments are recent is for whoever draws them.
 */
export function timelineOf(past: Past, openAttempt: string | null): readonly Moment[] {
  const { plists, clues, attempts, refusals } = past;
  const signIns = [...goodSignIns(plists), ...clues.successes];
  const told: Moment[] = [
    ...signIns.map((at): Moment => ({ at, kind: 'signed-in' })),
    ...clues.failures.flatMap((failure) => failureMoments(failure, past)),
    ...attempts.flatMap((attempt) => attemptMoments(attempt, signIns, past, openAttempt)),
    ...refusals.map(({ at }): Moment => ({ at, kind: 'not-started' })),
    // At the same time as the sign-in that it is the outcome of, it comes after it.
    ...switches(past),
  ];
  const inOrder = told.sort((a, b) => a.at - b.at);
  return withoutRepetitions(withoutRepeatedSwitches(inOrder)).slice(-mostMoments);
}

/** A time that moves back, or lies ahead of its reading, was set by somebody: nobody signed in then. */
function goodSignIns(plists: Past['plists']): readonly number[] {
  let latest = Number.NEGATIVE_INFINITY;
  return plists.flatMap(({ at, lastSignInAt }) => {
    if (lastSignInAt === null || lastSignInAt <= latest || lastSignInAt > at + futureToleranceMs) return [];
    latest = lastSignInAt;
    return lastSignInAt;
  });
}

/** Off, and on again without a newer sign-in, as a policy or a script may do it. */
function switches({ plists, clues }: Past): readonly Moment[] {
  return plists.flatMap(({ at, registered, lastSignInAt }, i): Moment[] => {
    if (registered === false) return [{ at: afterItsSignIn(at, clues.failures), kind: 'deactivated' }];
    const before = plists[i - 1];
    const turnedOn =
      registered === true && before?.registered === false && before.lastSignInAt === lastSignInAt;
    return turnedOn ? [{ at, kind: 'reactivated' }] : [];
  });
}

/** The clock of a file system goes in steps, and may lag behind that of the log: nothing is off before its sign-in failed. */
function afterItsSignIn(writtenAt: number, failures: readonly SignIn[]): number {
  const last = failures.findLast(({ startedAt }) => startedAt <= writtenAt);
  const lagMs = last === undefined ? 0 : last.endedAt - writtenAt;
  return lagMs > 0 && lagMs <= longestLagMs ? writtenAt + lagMs : writtenAt;
}

function failureMoments(failure: SignIn, past: Past): readonly Moment[] {
  const off = momentOf(failure, 'deactivated', 'sign-in-failed');
  // Of a sign-in that the person started here the outcome is enough.
  const own = past.attempts.some((attempt) => isOf(failure, attempt));
  const steps = own ? [] : [momentOf(failure, 'silent-failed', 'silent-failed'), windowMoment(failure, past)];
  return [...steps, off].filter((moment) => moment !== null);
}

function windowMoment(failure: SignIn, { clues }: Past): Moment | null {
  for (const kind of ['window-cancelled', 'window-missed'] as const) {
    const clue = clues.byFinding.get(kind)?.findLast(({ signIn }) => signIn === failure);
    if (clue !== undefined) return { at: clue.event.at, kind };
  }
  const window = momentOf(failure, 'window-failed', 'interactive-failed', 'interactive-error');
  const silent = momentOf(failure, 'silent-failed', 'silent-failed');
  return window !== null && silent !== null && window.at - silent.at < unseenMs ? null : window;
}

function momentOf({ events }: SignIn, kind: MomentKind, ...names: readonly LogEventName[]): Moment | null {
  const event = events.findLast(({ name }) => names.includes(name));
  return event === undefined ? null : { at: event.at, kind };
}

/** One that worked is told of as a sign-in already. */
function attemptMoments(
  entry: AttemptEntry,
  signIns: readonly number[],
  { clues }: Past,
  openAttempt: string | null,
): readonly Moment[] {
  const { attempt, end } = entry;
  if (end === null || attempt.id === openAttempt) return [];
  const at = end.endedAt;
  if (end.how.kind === 'could-not-start') return [{ at, kind: 'not-started' }];
  const from = wholeSecond(attempt.startedAt);
  if (signIns.some((signedInAt) => signedInAt >= from && signedInAt <= at + settleMs)) return [];
  if (end.how.kind === 'stopped') return [{ at, kind: 'attempt-stopped' }];
  const failure = clues.failures.findLast((signIn) => isOf(signIn, entry));
  const closed = clues.byFinding.get('window-cancelled')?.some(({ signIn }) => signIn === failure) ?? false;
  if (failure !== undefined && closed) return [{ at, kind: 'window-cancelled' }];
  // Its own word that it signed in is too weak to tell of a success, and speaks against a failure.
  return failure === undefined && end.claims === 'acquired' ? [] : [{ at, kind: 'attempt-failed' }];
}

function isOf({ events, startedAt }: SignIn, { attempt, end }: AttemptEntry): boolean {
  const until = end === null ? Number.POSITIVE_INFINITY : end.endedAt + settleMs;
  return events[0]?.pid === attempt.pid && startedAt >= wholeSecond(attempt.startedAt) && startedAt <= until;
}

/** Off is off until a sign-in works, which then is a re-activation; what another source has told already is left out. */
function withoutRepeatedSwitches(told: readonly Moment[]): readonly Moment[] {
  let isOff = false;
  return told.flatMap(({ at, kind: toldKind }): Moment[] => {
    const kind: MomentKind = toldKind === 'signed-in' && isOff ? 'reactivated' : toldKind;
    const isKnown = (kind === 'deactivated' && isOff) || (kind === 'reactivated' && !isOff);
    if (isKnown) return [];
    if (kind === 'deactivated' || kind === 'reactivated') isOff = kind === 'deactivated';
    return [{ at, kind }];
  });
}

/** What is told twice within a minute is one moment: the first. */
function withoutRepetitions(told: readonly Moment[]): readonly Moment[] {
  const newest = new Map<MomentKind, number>();
  return told.filter(({ at, kind }) => {
    const isSwitch = kind === 'deactivated' || kind === 'reactivated';
    if (!isSwitch && at - (newest.get(kind) ?? Number.NEGATIVE_INFINITY) <= sameMs) return false;
    // The other sources still tell of a re-activation as a sign-in.
    newest.set(kind === 'reactivated' ? 'signed-in' : kind, at);
    return true;
  });
}
