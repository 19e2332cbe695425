import { type Message, message } from '../../words/catalog.ts';
import { type Speech, say } from '../../words/speech.ts';
import type { LogDiagnosis } from './diagnosis-of-logs.ts';
import {
  type EntryText,
  type FileColumn,
  type FindingText,
  fileColumns,
  type ReportWords,
  reportWords,
} from './report-words.ts';

/** The newest entries of the timeline that a terminal shows. */
const mostEntries = 40;

type Tell = (text: Message) => string;

/** What `vigil diagnose` prints for a person. No line end. */
export function textOf(speech: Speech, diagnosis: LogDiagnosis): string {
  const tell: Tell = (text) => say(speech, text, 0);
  const words = reportWords(speech, diagnosis);
  return [
    ...filesText(words, diagnosis, tell),
    '',
    ...findingsText(words.findings, tell),
    ...timelineText(words.timeline, tell),
    ...section(tell(message('diagnose.notes')), words.notes.map(clean)),
  ]
    .join('\n')
    .trimEnd();
}

function filesText({ files }: ReportWords, { unknown }: LogDiagnosis, tell: Tell): readonly string[] {
  const label = (column: FileColumn | 'unknown') => tell(message(`diagnose.${column}`));
  const width = Math.max(...fileColumns.map((column) => label(column).length));
  const row = (column: FileColumn | 'unknown', value: string) => `  ${label(column).padEnd(width)}  ${value}`;
  return files.flatMap(({ file, ...values }) => [
    clean(file),
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

function findingLines(finding: FindingText, number: number, tell: Tell): readonly string[] {
  const { person, it, confidence, because, cured, codes, steps, entra, evidence } = finding;
  return [
    `${number}. ${it} (${confidence})`,
    `   ${[because, cured ?? ''].join(' ').trimEnd()}`,
    `   ${tell(message('diagnose.user'))}: ${person}`,
    ...codes.map((code) => `   ${code}`),
    ...steps.map(({ by, text, cost }) => `   → ${tell(actor(by))}: ${text} ${cost}`.trimEnd()),
    ...(entra.length === 0 ? [] : [`   ${tell(message('diagnose.entra'))}:`]),
    ...entra.map(({ label, value }) => `     ${label}: ${clean(value)}`),
    ...evidence.flatMap(({ time, place, line }) => [`   ${time}  ${clean(place)}`, `     ${clean(line)}`]),
  ];
}

export function actor(by: 'person' | 'it'): Message {
  return message(by === 'it' ? 'diagnose.it' : 'diagnose.user');
}

function timelineText(timeline: readonly EntryText[], tell: Tell): readonly string[] {
  const shown = timeline.slice(-mostEntries);
  const earlier = timeline.length - shown.length;
  const lines = shown.map(({ time, what, place }) => `${time}  ${clean(what)}  (${clean(place)})`);
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

/** Logs and file names can hold what a terminal would obey. One line each. */
function clean(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').replace(/\p{Cc}/gu, '\ufffd');
}
