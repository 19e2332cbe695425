import { message } from '../../words/catalog.ts';
import { inColumns, widest } from '../../words/columns.ts';
import { type FindingText, findingLines, oneLine, type Tell } from '../../words/finding-text.ts';
import { type Speech, say } from '../../words/speech.ts';
import type { LogDiagnosis } from './diagnosis-of-logs.ts';
import {
  type EntryText,
  type FileColumn,
  fileColumns,
  type ReportWords,
  reportWords,
} from './report-words.ts';

/** The newest entries of the timeline that a terminal shows. */
const mostEntries = 40;

/** What `vigil diagnose` prints for a person. No line end. */
export function textOf(speech: Speech, diagnosis: LogDiagnosis): string {
  const tell: Tell = (text) => say(speech, text, 0);
  const words = reportWords(speech, diagnosis);
  return [
    ...filesText(words, diagnosis, tell),
    '',
    ...findingsText(words.findings, tell),
    ...timelineText(words.timeline, tell),
    ...section(tell(message('diagnose.notes')), words.notes.map(oneLine)),
  ]
    .join('\n')
    .trimEnd();
}

function filesText({ files }: ReportWords, { unknown }: LogDiagnosis, tell: Tell): readonly string[] {
  const label = (column: FileColumn | 'unknown') => tell(message(`diagnose.${column}`));
  const shown = [...fileColumns, ...(files.length === 1 ? (['unknown'] as const) : [])];
  const width = widest(shown.map(label));
  const row = (column: FileColumn | 'unknown', value: string) =>
    `  ${inColumns(label(column), width)}  ${value}`;
  return files.flatMap(({ file, ...values }) => [
    oneLine(file),
    ...fileColumns.map((column) => row(column, values[column])),
    ...(files.length === 1 ? [row('unknown', unknown.toLocaleString('en'))] : []),
  ]);
}

function findingsText(findings: readonly FindingText[], tell: Tell): readonly string[] {
  if (findings.length === 0) return [tell(message('diagnose.no-findings')), ''];
  return section(
    tell(message('diagnose.findings')),
    findings.flatMap((finding, i) => [...findingLines(finding, i + 1, tell), '']).slice(0, -1),
  );
}

function timelineText(timeline: readonly EntryText[], tell: Tell): readonly string[] {
  const shown = timeline.slice(-mostEntries);
  const earlier = timeline.length - shown.length;
  const lines = shown.map(({ time, what, place }) => `${time}  ${oneLine(what)}  (${oneLine(place)})`);
  const count = String(earlier);
  return section(tell(message('diagnose.timeline')), [
    ...(timeline.length === 0 ? [tell(message('diagnose.no-events'))] : []),
    ...(earlier > 0 ? [tell(message('diagnose.earlier', { count }))] : []),
    ...lines,
  ]);
}

function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [heading, ...lines.map((line) => (line === '' ? '' : `  ${line}`)), ''];
}
