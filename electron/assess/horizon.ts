import { futureToleranceMs } from './rules.ts';

/**
 * The only way in which an assessment may look at the clock. It notes every instant whose passing was asked for and has
 * not come yet, so that "when does the answer change by itself" follows from the rules instead of being written twice.
 */
export type Horizon = {
  readonly passed: (at: number) => boolean;
};

/**
 * Whether what happened at `at` still counts, `lastsMs` long. What lies further ahead than a clock is corrected by was
 * noted while the clock was wrong: it says nothing of now.
 */
export function isFresh(at: number, lastsMs: number, { passed }: Horizon): boolean {
  return passed(at - futureToleranceMs) && !passed(at + lastsMs);
}

export type Watched<T> = {
  readonly answer: T;
  readonly edges: readonly number[];
};

/** Evaluates `rule` at `now` and tells which later instants it has looked at. */
export function watching<T>(now: number, rule: (horizon: Horizon) => T): Watched<T> {
  const edges = new Set<number>();
  const answer = rule({
    passed: (at) => {
      if (now >= at) return true;
      if (Number.isFinite(at)) edges.add(at);
      return false;
    },
  });
  return { answer, edges: [...edges] };
}

/**
 * The first instant after `now` and before `limit` at which `rule` gives another answer, else `limit`.
 *
 * Between two neighbouring edges a rule cannot change its answer: it sees time through `passed` alone.
 */
export function nextChange<T>(
  now: number,
  limit: number,
  first: Watched<T>,
  rule: (horizon: Horizon) => T,
): number {
  const before = JSON.stringify(first.answer);
  let edges = first.edges;
  let at = now;
  for (;;) {
    at = earliestAfter(at, edges);
    if (at >= limit) return limit;
    const later = watching(at, rule);
    if (JSON.stringify(later.answer) !== before) return at;
    edges = later.edges;
  }
}

function earliestAfter(at: number, edges: readonly number[]): number {
  return edges.reduce(
    (earliest, edge) => (edge > at && edge < earliest ? edge : earliest),
    Number.POSITIVE_INFINITY,
  );
}
