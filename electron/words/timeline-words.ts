import type { Moment, MomentKind } from '../assess/timeline.ts';
import type { View } from '../assess/view.ts';
import { type Message, message } from './catalog.ts';

/** How a moment is drawn. The marks differ in shape, not only in colour. */
export type Mark = 'good' | 'trouble' | 'off' | 'back' | 'note';

/** A moment in the picture. */
export type Marked = { readonly at: number; readonly mark: Mark };

/** A line of the list. */
export type TimelineLine = { readonly mark: Mark; readonly time: Message; readonly text: Message };

/** What happened in the last day, for a picture and for a list. */
export type TimelineWords = {
  readonly fromAt: number;
  readonly toAt: number;
  /** Oldest first. */
  readonly marked: readonly Marked[];
  /** When company access was switched off, within the day. */
  readonly off: readonly Span[];
  /** What the picture shows, in words. */
  readonly alternative: Message;
  /** Newest first. */
  readonly lines: readonly TimelineLine[];
};

export type Span = readonly [fromAt: number, toAt: number];

const dayMs = 24 * 60 * 60 * 1000;

const marks: Readonly<Record<MomentKind, Mark>> = {
  'signed-in': 'good',
  reactivated: 'back',
  deactivated: 'off',
  'silent-failed': 'trouble',
  'window-missed': 'trouble',
  'window-cancelled': 'trouble',
  'window-failed': 'trouble',
  'attempt-failed': 'trouble',
  'attempt-stopped': 'note',
  'not-started': 'note',
};

/** Null where there is nothing to tell of: no sign-in was ever seen. */
export function timelineWords(view: View, now: number): TimelineWords | null {
  if (view.timeline.length === 0) return null;
  const fromAt = now - dayMs;
  const moments = view.timeline.filter(({ at }) => at >= fromAt);
  return {
    fromAt,
    toAt: now,
    // Clocks are corrected now and then; a mark right of "now" would make no sense.
    marked: moments.map(({ at, kind }) => ({ at: Math.min(at, now), mark: marks[kind] })),
    off: offSpans(view, fromAt, now),
    alternative: alternative(moments),
    lines: linesOf(moments).reverse(),
  };
}

function alternative(moments: readonly Moment[]): Message {
  const last = moments.at(-1);
  if (last === undefined) return message('timeline.nothing');
  const count = (...counted: readonly Mark[]) =>
    moments.filter(({ kind }) => counted.includes(marks[kind])).length;
  return message('timeline.picture', {
    good: count('good', 'back'),
    trouble: count('trouble', 'off'),
    at: last.at,
    last: message(`moment.${last.kind}`),
  });
}

/** One line for each moment; sign-ins between which nothing else happened are one together. */
function linesOf(moments: readonly Moment[]): TimelineLine[] {
  const runs: Moment[][] = [];
  for (const moment of moments) {
    const run = runs.at(-1);
    if (moment.kind === 'signed-in' && run?.[0]?.kind === 'signed-in') run.push(moment);
    else runs.push([moment]);
  }
  return runs.flatMap((run) => lineOf(run) ?? []);
}

function lineOf(run: readonly Moment[]): TimelineLine | null {
  const [first, last] = [run[0], run.at(-1)];
  if (first === undefined || last === undefined) return null;
  return {
    mark: marks[first.kind],
    time: message('details.at', { at: last.at }),
    text:
      run.length === 1
        ? message(`moment.${first.kind}`)
        : message('moment.signed-in.often', { count: run.length, since: first.at }),
  };
}

/** The phase has the last word on whether it is off still: the log may not tell how it came to be. */
function offSpans({ phase, since, timeline }: View, fromAt: number, toAt: number): readonly Span[] {
  const isOff = phase === 'deactivated' || phase === 'reactivating';
  const told = timeline.flatMap(({ at, kind }, i): Span[] => {
    if (kind !== 'deactivated') return [];
    const back = timeline.slice(i).find((later) => later.kind === 'reactivated');
    if (back !== undefined) return [[at, back.at]];
    return isOff ? [[at, toAt]] : [];
  });
  const isTold = told.some(([, to]) => to === toAt);
  const spans: readonly Span[] = phase === 'deactivated' && !isTold ? [...told, [since, toAt]] : told;
  return spans
    .filter(([, to]) => to > fromAt)
    .map(([from, to]) => [Math.max(from, fromAt), Math.min(to, toAt)]);
}
