import type { Report } from '../../report/report.ts';
import { findingJson } from '../../words/finding-text.ts';
import { createSpeech, type Speech } from '../../words/speech.ts';
import { jsonOf as networkJson } from '../check-network/json.ts';

/**
 * What `vigil report --json` prints, stable within a schema number. Times are ISO 8601 UTC; what is not known is null. Ids
 * and names stay, sentences may be worded better.
 */
export function jsonOf(report: Report, locale: string): string {
  const speech = createSpeech(locale, 'UTC');
  const { writtenAt, utcOffsetMinutes, versions, timeline, settings, checks, counters, networkCheck } =
    report;
  const content = {
    schema: 1,
    vigilVersion: versions.vigil,
    writtenAt,
    utcOffsetMinutes,
    state: stateJson(report),
    versions,
    findings: findingsJson(report, speech),
    timeline: timeline.happenings.map(({ what, ...times }) => ({ ...times, ...what })),
    timelineLeftOut: timeline.leftOut,
    settings,
    checks,
    counters,
    networkCheck:
      networkCheck === null || networkCheck === 'not-allowed'
        ? null
        : networkJson(speech, networkCheck, versions.vigil),
  };
  return JSON.stringify(content, withIsoTimes, 2);
}

/** As `vigil status --json` has it, and what it leaves out. */
function stateJson({ status, state }: Report) {
  const { schema: _schema, vigilVersion: _version, findings: _findings, ...told } = status;
  const { assessedAt: _assessedAt, nextAt: _nextAt, ...lasting } = told;
  return { ...lasting, ...state };
}

function findingsJson({ findings }: Report, speech: Speech) {
  return findings.map((finding) => {
    const { entra, ...told } = findingJson(speech, finding);
    const evidence = finding.evidence.map(({ at, name, line }) => ({ at, event: name, text: line }));
    return { ...told, evidence, entra };
  });
}

function withIsoTimes(key: string, value: unknown): unknown {
  const isInstant = typeof value === 'number' && (key === 'at' || key.endsWith('At'));
  return isInstant ? isoOf(value) : value;
}

function isoOf(at: number): string | null {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
