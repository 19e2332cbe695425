import type { RecordSource } from '../../sense/exported-log/exported-record.ts';
import { message } from '../../words/catalog.ts';
import { type FindingText, findingText, type Tell } from '../../words/finding-text.ts';
import { type Speech, say } from '../../words/speech.ts';
import type { LocatedFinding, LogDiagnosis } from './diagnosis-of-logs.ts';
import { localSpan, localTime } from './local-time.ts';
import type { Lane, TimelineEntry } from './timeline.ts';

/** A diagnosis in words, for the terminal and for the page alike. */
export type ReportWords = {
  readonly files: readonly FileText[];
  readonly findings: readonly FindingText[];
  readonly timeline: readonly EntryText[];
  readonly notes: readonly string[];
};

export type FileText = Readonly<Record<'file' | FileColumn, string>>;
export const fileColumns = ['style', 'records', 'relevant', 'span'] as const;
export type FileColumn = (typeof fileColumns)[number];

export type EntryText = {
  readonly time: string;
  readonly lane: Lane;
  readonly what: string;
  readonly place: string;
};

export function reportWords(speech: Speech, diagnosis: LogDiagnosis): ReportWords {
  const tell: Tell = (text) => say(speech, text, 0);
  const number = (value: number) => value.toLocaleString('en');
  return {
    files: diagnosis.files.map(({ file, style, isGzip, records, relevant, firstAt, lastAt }) => ({
      file,
      style: `${style ?? tell(message('diagnose.empty-style'))}${isGzip ? ' (gzip)' : ''}`,
      records: number(records),
      relevant: number(relevant),
      span: firstAt === null || lastAt === null ? '' : localSpan(firstAt, lastAt),
    })),
    findings: diagnosis.findings.map((finding) => locatedFindingText(finding, tell)),
    timeline: diagnosis.timeline.map((entry) => entryText(entry, tell)),
    notes: diagnosis.notes.map(({ text }) => tell(text)),
  };
}

function locatedFindingText(finding: LocatedFinding, tell: Tell): FindingText {
  const evidence = finding.evidence.map(({ at, name, line, source }) => ({
    time: localTime(at),
    place: source === null ? '' : placeOf(source),
    line: line ?? tell(message(`event.${name}`)),
  }));
  return findingText(finding, evidence, tell);
}

function entryText(entry: TimelineEntry, tell: Tell): EntryText {
  const { name, lane, fromAt, toAt, count, source, code, account } = entry;
  const more = [code, account, count > 1 ? `×${count}` : null].filter((part) => part !== null);
  return {
    time: localSpan(fromAt, toAt),
    lane,
    what: [tell(message(`event.${name}`)), ...more].join(' · '),
    place: placeOf(source),
  };
}

function placeOf({ file, line }: RecordSource): string {
  return `${file}:${line}`;
}
