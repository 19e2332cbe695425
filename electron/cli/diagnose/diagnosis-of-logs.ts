import { diagnoseLog } from '../../assess/diagnosis.ts';
import type { Evidence, Finding } from '../../assess/findings/finding.ts';
import type { LogEventName } from '../../assess/log-event.ts';
import type { ExportedLogSummary } from '../../sense/exported-log/exported-log.ts';
import type { LogStyle, RecordSource } from '../../sense/exported-log/exported-record.ts';
import type { LocatedEvent, LogStory } from './log-story.ts';
import { type Note, notesOf } from './notes.ts';
import { type TimelineEntry, timelineOf } from './timeline.ts';
import { pictureOf, type TimelinePicture } from './timeline-picture.ts';

/** What exported logs say, for every kind of output. Instants are epoch milliseconds. */
export type LogDiagnosis = {
  readonly files: readonly ExportedLogSummary[];
  /** `mixed` where the files differ; null where no style was to be seen. */
  readonly style: LogStyle | 'mixed' | null;
  readonly records: number;
  readonly relevant: number;
  /** Relevant, and yet nothing that Vigil knows. */
  readonly unknown: number;
  readonly firstAt: number | null;
  readonly lastAt: number | null;
  readonly events: ReadonlyMap<LogEventName, number>;
  readonly timeline: readonly TimelineEntry[];
  readonly picture: TimelinePicture | null;
  readonly findings: readonly LocatedFinding[];
  readonly notes: readonly Note[];
};

export type LocatedEvidence = Evidence & { readonly source: RecordSource | null };
export type LocatedFinding = Omit<Finding, 'evidence'> & { readonly evidence: readonly LocatedEvidence[] };

export function diagnosisOf(
  files: readonly ExportedLogSummary[],
  duplicates: number,
  story: LogStory,
): LogDiagnosis {
  const events = story.events();
  const sum = (of: (file: ExportedLogSummary) => number) => files.reduce((all, file) => all + of(file), 0);
  const relevant = sum((file) => file.relevant) - duplicates;
  return {
    files,
    style: commonStyle(files),
    records: sum(({ records }) => records),
    relevant,
    unknown: story.unknown,
    firstAt: among(
      files.map(({ firstAt }) => firstAt),
      Math.min,
    ),
    lastAt: among(
      files.map(({ lastAt }) => lastAt),
      Math.max,
    ),
    events: story.counts,
    timeline: timelineOf(events),
    picture: pictureOf(events),
    findings: locate(diagnoseLog(events.map(({ event }) => event)), events),
    notes: notesOf(files, { duplicates, leftOut: story.leftOut, events }),
  };
}

function commonStyle(files: readonly ExportedLogSummary[]): LogDiagnosis['style'] {
  const [first, ...others] = new Set(files.flatMap(({ style }) => style ?? []));
  return others.length > 0 ? 'mixed' : (first ?? null);
}

function among(times: readonly (number | null)[], pick: (...times: number[]) => number): number | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : pick(...known);
}

function locate(findings: readonly Finding[], events: readonly LocatedEvent[]): readonly LocatedFinding[] {
  const sources = new Map(events.map(({ event, source }) => [event.key, source] as const));
  return findings.map((finding) => ({
    ...finding,
    evidence: finding.evidence.map((line) => ({ ...line, source: sources.get(line.key) ?? null })),
  }));
}
