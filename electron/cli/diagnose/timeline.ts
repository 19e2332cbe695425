import { explainCodes } from '../../assess/codes/explain.ts';
import { isFailure, isNews } from '../../assess/event-kinds.ts';
import type { LogEvent, LogEventName } from '../../assess/log-event.ts';
import type { RecordSource } from '../../sense/exported-log/exported-record.ts';
import type { LocatedEvent } from './log-story.ts';

/** What happened, and how often in a row. */
export type TimelineEntry = {
  readonly name: LogEventName;
  readonly lane: Lane;
  readonly fromAt: number;
  readonly toAt: number;
  readonly count: number;
  /** Of the first line. */
  readonly source: RecordSource;
  readonly account: string | null;
  /** The most telling code, such as `invalid_grant` or `-51412`. */
  readonly code: string | null;
};

export const lanes = ['signed-in', 'failed', 'cause'] as const;
export type Lane = (typeof lanes)[number];

/** The news among `events` (oldest first), where the same thing in a row is one entry. */
export function timelineOf(events: readonly LocatedEvent[]): readonly TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  for (const { event, source } of events) {
    if (!isNews(event.name)) continue;
    const next = entryOf(event, source);
    const last = entries.at(-1);
    if (last !== undefined && isSame(last, next)) {
      entries[entries.length - 1] = { ...last, toAt: next.toAt, count: last.count + 1 };
    } else entries.push(next);
  }
  return entries;
}

function entryOf(event: LogEvent, source: RecordSource): TimelineEntry {
  const { name, at } = event;
  return {
    name,
    lane: laneOf(name),
    fromAt: at,
    toAt: at,
    count: 1,
    source,
    account: event.account ?? null,
    code: explainCodes(event)[0]?.code.toString() ?? null,
  };
}

export function laneOf(name: LogEventName): Lane {
  if (name === 'signed-in') return 'signed-in';
  return isFailure(name) ? 'failed' : 'cause';
}

function isSame(a: TimelineEntry, b: TimelineEntry): boolean {
  return a.name === b.name && a.code === b.code && a.account === b.account;
}
