import { isNews } from '../../assess/event-kinds.ts';
import type { LocatedEvent } from './log-story.ts';
import { type Lane, laneOf } from './timeline.ts';

/** More marks than this lie upon each other anyway. */
export const slots = 150;

/** What a picture of the timeline shows: when there was something, and how much of it. */
export type TimelinePicture = {
  readonly fromAt: number;
  readonly toAt: number;
  readonly counts: Readonly<Record<Lane, number>>;
  readonly marks: readonly Mark[];
};

/** `slot` goes from 0, at the beginning, to `slots`, at the end. */
export type Mark = {
  readonly lane: Lane;
  readonly slot: number;
  readonly count: number;
  readonly fromAt: number;
};

const shortestMs = 60_000;

/** Null where nothing happened. */
export function pictureOf(events: readonly LocatedEvent[]): TimelinePicture | null {
  const news = events
    .filter(({ event }) => isNews(event.name))
    .map(({ event: { name, at } }) => ({ lane: laneOf(name), at }));
  if (news.length === 0) return null;
  const fromAt = news.reduce((first, { at }) => Math.min(first, at), Number.POSITIVE_INFINITY);
  const lastAt = news.reduce((last, { at }) => Math.max(last, at), Number.NEGATIVE_INFINITY);
  const toAt = Math.max(lastAt, fromAt + shortestMs);
  const counts = { 'signed-in': 0, failed: 0, cause: 0 };
  const marks = new Map<string, Mark>();
  for (const { lane, at } of news) {
    counts[lane] += 1;
    const slot = Math.round(((at - fromAt) / (toAt - fromAt)) * slots);
    const key = `${lane} ${slot}`;
    const before = marks.get(key);
    marks.set(key, { lane, slot, count: (before?.count ?? 0) + 1, fromAt: before?.fromAt ?? at });
  }
  return { fromAt, toAt, counts, marks: [...marks.values()] };
}
