import type { Facts } from '../assess/facts.ts';
import type { LedgerEntry } from '../assess/ledger-entry.ts';
import type { NetworkCheck } from '../assess/network/judge.ts';
import { type Status, statusOf } from '../assess/status.ts';
import type { Assessment, View } from '../assess/view.ts';
import type { SettingInForce } from '../settings/in-force.ts';
import type { Message } from '../words/catalog.ts';
import { phaseWords } from '../words/phase-words.ts';
import { type AgentCheck, type Checks, checksOf } from './checks.ts';
import { type Counters, countersOf } from './counters.ts';
import type { Secrets } from './names.ts';
import { createRedactor, type Redacted } from './redact.ts';
import { type RedactedFinding, redactFinding, redactNetworkCheck } from './redact-parts.ts';
import { type Timeline, timelineOf } from './timeline.ts';

/** What a report is made of: everything as it is on this Mac. Instants are epoch milliseconds. */
export type Material = {
  readonly writtenAt: number;
  /** What the clock of this Mac is ahead of UTC. */
  readonly utcOffsetMinutes: number;
  readonly vigilVersion: string;
  readonly assessment: Assessment;
  readonly facts: Facts;
  readonly entries: readonly LedgerEntry[];
  readonly macOs: { readonly version: string; readonly build: string | null } | null;
  readonly settings: readonly SettingInForce[];
  readonly agent: AgentCheck<string>;
  /** Null where nobody has asked for it: it makes requests. The organisation may not allow it. */
  readonly networkCheck: NetworkCheck | 'not-allowed' | null;
  readonly secrets: Secrets;
};

/** A report for IT. Everything in it is a number, a word of Vigil's own, or redacted. */
export type Report = Pick<Material, 'writtenAt' | 'utcOffsetMinutes' | 'networkCheck'> & {
  readonly headline: Message;
  readonly status: Status;
  readonly state: State;
  readonly versions: Versions;
  readonly findings: readonly RedactedFinding[];
  readonly timeline: Timeline;
  readonly settings: readonly RedactedSetting[];
  readonly checks: Checks;
  readonly counters: Counters;
};

/** What the status does not tell. */
type State = Pick<View, 'reason' | 'recurring' | 'action'>;

export type Versions = {
  readonly vigil: string;
  readonly macOs: Redacted | null;
  readonly macOsBuild: Redacted | null;
  readonly jamfPro: Redacted | null;
};

type RedactedSetting = Omit<SettingInForce, 'value'> & { readonly value: Redacted | number | boolean };

/** Puts a report together: the same material gives the same report. */
export function reportOf(material: Material): Report {
  const { writtenAt, utcOffsetMinutes, vigilVersion, assessment, facts, entries, macOs } = material;
  const { view } = assessment;
  const redact = createRedactor(material.secrets, correlationIdsIn(material));
  const redactKnown = (text: string | null | undefined) => (text == null ? null : redact(text));
  return {
    writtenAt,
    utcOffsetMinutes,
    headline: phaseWords(view).headline,
    status: statusOf(assessment, { assessedAt: writtenAt, vigilVersion, pid: null }),
    state: {
      reason: view.reason,
      recurring: view.recurring,
      action: view.action,
    },
    versions: {
      vigil: vigilVersion,
      macOs: redactKnown(macOs?.version),
      macOsBuild: redactKnown(macOs?.build),
      jamfPro: facts.jamf.kind === 'present' ? redactKnown(facts.jamf.version) : null,
    },
    findings: view.findings.map((finding) => redactFinding(finding, redact)),
    timeline: timelineOf(entries, writtenAt, redact),
    settings: material.settings.map(({ value, ...setting }) => ({
      ...setting,
      value: typeof value === 'string' ? redact(value) : value,
    })),
    checks: checksOf(material, redact),
    counters: countersOf(entries),
    networkCheck:
      material.networkCheck === null || material.networkCheck === 'not-allowed'
        ? material.networkCheck
        : redactNetworkCheck(material.networkCheck, redact),
  };
}

/** All that are known, wherever: one may stand in a line without a word of what it is. */
function correlationIdsIn({ entries, assessment }: Material): readonly string[] {
  return [
    ...entries.flatMap((entry) => (entry.type === 'log' ? (entry.event.correlationId ?? []) : [])),
    ...assessment.view.findings.flatMap(({ entra }) => entra?.correlationIds ?? []),
  ];
}
