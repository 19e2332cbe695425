import { findingJson } from '../../words/finding-text.ts';
import { type Speech, say } from '../../words/speech.ts';
import type { LocatedEvidence, LocatedFinding, LogDiagnosis } from './diagnosis-of-logs.ts';
import type { TimelineEntry } from './timeline.ts';

/** Programs get the newest so many. */
const mostEntries = 1_000;

/**
 * What `vigil diagnose --json` prints, stable within a schema number. Times are ISO 8601 UTC; one that does not exist is
 * null. Ids and names stay, sentences may be worded better.
 */
export function jsonOf(speech: Speech, diagnosis: LogDiagnosis, vigilVersion: string) {
  const { style, records, relevant, unknown, firstAt, lastAt, events, timeline, findings, notes } = diagnosis;
  return {
    schema: 1,
    vigilVersion,
    style,
    records,
    relevant,
    unknown,
    first: iso(firstAt),
    last: iso(lastAt),
    events: Object.fromEntries([...events].sort(([a], [b]) => (a < b ? -1 : 1))),
    findings: findings.map((finding) => locatedFindingJson(speech, finding)),
    timeline: timeline.slice(-mostEntries).map(entryJson),
    notes: notes.map(({ id, file, text }) => ({ id, file, text: say(speech, text, 0) })),
    files: diagnosis.files.map(({ firstAt: first, lastAt: last, ...file }) => ({
      ...file,
      first: iso(first),
      last: iso(last),
    })),
  };
}

function locatedFindingJson(speech: Speech, finding: LocatedFinding) {
  const { entra, ...told } = findingJson(speech, finding);
  return { ...told, evidence: finding.evidence.map(evidenceJson), entra };
}

function evidenceJson({ at, name, line, source }: LocatedEvidence) {
  return { at: iso(at), event: name, file: source?.file ?? null, line: source?.line ?? null, text: line };
}

function entryJson({ name, fromAt, toAt, count, source, account, code }: TimelineEntry) {
  return { event: name, from: iso(fromAt), to: iso(toAt), count, ...source, account, code };
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
