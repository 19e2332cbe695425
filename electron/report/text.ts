import { type Message, message } from '../words/catalog.ts';
import { findingLines, findingText, oneLine, type Tell } from '../words/finding-text.ts';
import { networkText } from '../words/network-words.ts';
import { createSpeech, say } from '../words/speech.ts';
import type { Report } from './report.ts';
import { checkRows, counterRows, type Row, settingRows, stateRows, versionRows } from './rows.ts';
import { happeningLine } from './timeline-text.ts';
import { utc } from './utc.ts';

/** The report as it is read, mailed and put into a ticket: plain text that is Markdown, too. No line end. */
export function textOf(report: Report, locale: string): string {
  // Entra's logs are in UTC, and IT may sit in another zone than the Mac.
  const speech = createSpeech(locale, 'UTC');
  const tell: Tell = (words) => say(speech, words, report.writtenAt);
  const { networkCheck } = report;
  const networkLines = (check: NonNullable<Report['networkCheck']>) =>
    check === 'not-allowed'
      ? [tell(message('network.not-allowed'))]
      : networkText(speech, check).split('\n').slice(1);
  const sections: readonly (readonly [heading: Message, lines: readonly string[]])[] = [
    [message('report.state'), [tell(report.headline), '', ...list(stateRows(report))]],
    [message('diagnose.findings'), findingsText(report, tell)],
    [message('report.timeline'), timelineText(report, tell)],
    [message('report.versions'), list(versionRows(report))],
    [message('report.settings'), list(settingRows(report))],
    [message('report.checks'), list(checkRows(report))],
    [message('report.counters'), list(counterRows(report))],
    ...(networkCheck === null ? [] : [[message('network.title'), networkLines(networkCheck)] as const]),
  ];
  return [
    `# ${tell(message('report.title'))}`,
    '',
    tell(writtenWords(report)),
    tell(message('report.stand-ins')),
    ...sections.flatMap(([heading, lines]) => ['', `## ${tell(heading)}`, '', ...lines]),
  ].join('\n');
}

function writtenWords({ writtenAt, versions, utcOffsetMinutes }: Report): Message {
  return message('report.written', {
    at: utc(writtenAt),
    version: versions.vigil,
    offset: offsetText(utcOffsetMinutes),
  });
}

/** `+05:30` */
function offsetText(minutes: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const absolute = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(absolute / 60)}:${two(absolute % 60)}`;
}

function list(rows: readonly Row[]): readonly string[] {
  return rows.map(([key, value]) => `- ${key}: ${oneLine(value)}`);
}

function findingsText({ findings }: Report, tell: Tell): readonly string[] {
  if (findings.length === 0) return [tell(message('diagnose.no-findings'))];
  return findings.flatMap((finding, i) => {
    const evidence = finding.evidence.map(({ at, name, line }) => ({
      time: utc(at),
      place: tell(message(`event.${name}`)),
      line: line ?? '',
    }));
    const lines = findingLines(findingText(finding, evidence, tell), i + 1, tell);
    return i === 0 ? lines : ['', ...lines];
  });
}

function timelineText({ timeline: { happenings, leftOut } }: Report, tell: Tell): readonly string[] {
  if (happenings.length === 0) return [tell(message('report.no-events'))];
  return [
    ...(leftOut > 0 ? [tell(message('diagnose.earlier', { count: String(leftOut) }))] : []),
    ...happenings.map((happening) => `- ${oneLine(happeningLine(happening, tell))}`),
  ];
}
