import type { Mark, Marked, Span, TimelineWords } from '../electron/words/timeline-words.ts';

/** The picture in its own units, which are points at its usual width. */
export const picture = { width: 320, height: 50, left: 6, right: 314, trackY: 25, troubleY: 10 } as const;

export type PlacedMark = { readonly x: number; readonly y: number; readonly mark: Mark };
export type Tick = { readonly x: number; readonly at: number; readonly isLabelled: boolean };

export type TimelineLayout = {
  readonly marks: readonly PlacedMark[];
  readonly off: readonly Span[];
  readonly ticks: readonly Tick[];
};

/** So far apart two marks can be told from each other. */
const gap = 9;
/** A mark that would have to move further than this, some 40 minutes, is left to the list. */
const furthest = 1.2 * gap;
const quarterMs = 15 * 60 * 1000;
const labelWidth = 44;

/** Where everything goes; `clockOf` tells hours and minutes of an instant on the clock of the reader. */
export function layOut(
  { fromAt, toAt, marked, off }: TimelineWords,
  clockOf: (at: number) => string,
): TimelineLayout {
  const { left, right } = picture;
  const xOf = (at: number) => round(left + ((at - fromAt) / (toAt - fromAt)) * (right - left));
  return {
    marks: placed(marked, xOf),
    off: off.map(([from, to]) => [xOf(from), xOf(to)]),
    ticks: sixHours(fromAt, toAt, clockOf).map((at) => {
      const x = xOf(at);
      // Beside "Now", or at the very edge, there is no room for one.
      return { x, at, isLabelled: x > left + labelWidth / 2 && x < right - labelWidth };
    }),
  };
}

/** From the newest on, each beside the one after it and not upon it; the troubles have a row of their own. */
function placed(marked: readonly Marked[], xOf: (at: number) => number): readonly PlacedMark[] {
  const taken = new Map<number, number>();
  return marked
    .toReversed()
    .flatMap(({ at, mark }): PlacedMark[] => {
      const y = mark === 'trouble' || mark === 'note' ? picture.troubleY : picture.trackY;
      const exact = xOf(at);
      const x = Math.min(exact, (taken.get(y) ?? Number.POSITIVE_INFINITY) - gap);
      if (exact - x > furthest || x < 0) return [];
      taken.set(y, x);
      return [{ x, y, mark }];
    })
    .reverse();
}

/** Midnight, six, noon and six: by looking, because clocks are set and zones differ by quarters of an hour. */
function sixHours(fromAt: number, toAt: number, clockOf: (at: number) => string): readonly number[] {
  const first = Math.ceil(fromAt / quarterMs) * quarterMs;
  const quarters = Array.from(
    { length: Math.floor((toAt - first) / quarterMs) + 1 },
    (_, i) => first + i * quarterMs,
  );
  return quarters.filter((at) => /^(?:00|06|12|18):00$/.test(clockOf(at)));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
