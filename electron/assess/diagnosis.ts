import type { Actor } from './codes/code-table.ts';
import { type Clue, type Clues, readClues } from './findings/clues.ts';
import { entraFilter } from './findings/entra.ts';
import {
  type Because,
  type Confidence,
  confidenceOf,
  type EntraFilter,
  type Evidence,
  type Finding,
  type FindingId,
  findingIds,
} from './findings/finding.ts';
import { type MacState, stateOf } from './findings/states.ts';
import { stepsOf } from './findings/steps.ts';
import type { Horizon } from './horizon.ts';
import { jamfVersion } from './jamf-version.ts';
import type { LogEvent } from './log-event.ts';
import { dayMs, deactivationRiskMs, hourMs } from './rules.ts';

/** Why sign-ins fail, and what keeps Vigil from knowing: the most telling first, what is cured last. */
export function diagnose(clues: Clues, mac: MacState | null, horizon: Horizon): readonly Finding[] {
  const findings = findingIds.flatMap((id) => findingOf(id, clues, mac, horizon) ?? []);
  const told = findings.filter((finding) => !isRedundant(finding, findings));
  return [
    ...told.filter(({ curedAt }) => curedAt === null),
    ...told.filter(({ curedAt }) => curedAt !== null),
  ];
}

/** What a log file alone says; its lines are of one person, oldest first. */
export function diagnoseLog(events: readonly LogEvent[]): readonly Finding[] {
  return diagnose(readClues(events), null, { passed: () => false });
}

/** Clues this long before the newest one still belong to the same story. */
const storyMs = deactivationRiskMs;
/** How long a finding from the log lasts after its newest line. Weather passes sooner than faults. */
const lastsMs: ReadonlyMap<FindingId, number> = new Map([
  ['throttled', hourMs],
  ['server-trouble', dayMs],
  ['offline', dayMs],
  ['network-interference', dayMs],
]);
/** More would be a log again. */
const mostEvidence = 3;
const manyLines = 3;

function findingOf(id: FindingId, clues: Clues, mac: MacState | null, horizon: Horizon): Finding | null {
  const story = storyOf(id, clues, horizon);
  const newest = story[0];
  const state = mac === null ? null : stateOf(id, mac, clues, horizon);
  const because = state ?? (newest === undefined ? null : strongest(story));
  if (because === null) return null;
  const codes = codesOf(story);
  return {
    id,
    acts: actorOf(id, codes[0]?.acts),
    confidence: confidenceOf[because],
    because,
    evidence: story.slice(0, mostEvidence).map(evidenceOf),
    count: story.length,
    curedAt: newest === undefined || state !== null ? null : curedAt(newest.event.at, clues, mac),
    codes,
    steps: stepsOf(id, {
      deactivated: mac === null ? null : mac.phase === 'deactivated',
      jamf: mac === null ? null : jamfVersion(mac.facts.jamf),
      macOs: clues.macOs,
      codes,
    }),
    entra: entraOf(id, story, mac),
    ...(id === 'setting-invalid' && mac !== null ? { settings: mac.facts.invalidSettings } : {}),
  };
}

/** The clues that count now, newest first. */
function storyOf(id: FindingId, { byFinding }: Clues, horizon: Horizon): readonly Clue[] {
  const clues = byFinding.get(id) ?? [];
  const newest = clues.reduce((at, { event }) => Math.max(at, event.at), Number.NEGATIVE_INFINITY);
  if (clues.length === 0 || horizon.passed(newest + (lastsMs.get(id) ?? storyMs))) return [];
  return clues.filter(({ event }) => event.at > newest - storyMs).toReversed();
}

const ranks: readonly Confidence[] = ['possible', 'likely', 'certain'];

/** The newest of the strongest reasons; several weak ones make a strong one. */
function strongest(story: readonly Clue[]): Because {
  const rank = ({ because }: Clue) => ranks.indexOf(confidenceOf[because]);
  const best = story.reduce((a, b) => (rank(b) > rank(a) ? b : a));
  const few = story.filter(({ because }) => because === 'few-lines').length;
  return best.because === 'few-lines' && few >= manyLines ? 'many-lines' : best.because;
}

function codesOf(story: readonly Clue[]): Finding['codes'] {
  const seen = new Map(
    story.flatMap(({ codes }) => codes).map((code) => [`${code.family}:${code.code}`, code] as const),
  );
  return [...seen.values()].slice(0, 5);
}

function evidenceOf({ event: { key, at, name, line } }: Clue): Evidence {
  return { key, at, name, line: line ?? null };
}

/** The log's word or the plist's: a good sign-in is one however it is told. */
function curedAt(at: number, { successes }: Clues, mac: MacState | null): number | null {
  const plist = mac?.facts.plist;
  const told = plist?.kind === 'read' && plist.registered !== false ? plist.lastSignInAt : null;
  const later = [...successes, ...(told === null ? [] : [told])].filter((success) => success > at);
  return later.length === 0 ? null : Math.min(...later);
}

const actors: Readonly<Record<FindingId, Actor>> = {
  offline: 'person',
  'ran-as-root': 'it',
  'window-cancelled': 'person',
  'window-missed': 'person',
  'window-not-shown': 'person',
  'password-expired': 'person',
  'account-blocked': 'it',
  'wrong-account': 'person',
  'registration-broken': 'either',
  'conditional-access': 'either',
  'sso-extension-dead': 'person',
  'sso-extension-missing': 'it',
  'sso-extension-network': 'it',
  'network-interference': 'either',
  'multiple-accounts': 'either',
  'app-misconfigured': 'it',
  'keychain-trouble': 'person',
  'server-trouble': 'nobody',
  throttled: 'nobody',
  'cause-unknown': 'it',
  'agent-not-running': 'it',
  'logs-rolled-over': 'either',
  'recurring-removed': 'nobody',
  'log-access-denied': 'it',
  'setting-invalid': 'it',
};

/** Rules are met by the person or changed by IT: the code tells. */
function actorOf(id: FindingId, told: Actor | undefined): Actor {
  return id === 'conditional-access' && told !== undefined ? told : actors[id];
}

const withoutEntra: ReadonlySet<FindingId> = new Set([
  'offline',
  'window-not-shown',
  'sso-extension-dead',
  'sso-extension-missing',
  'sso-extension-network',
  'network-interference',
  'keychain-trouble',
  'agent-not-running',
  'recurring-removed',
  'log-access-denied',
  'setting-invalid',
]);

function entraOf(id: FindingId, story: readonly Clue[], mac: MacState | null): EntraFilter | null {
  if (withoutEntra.has(id)) return null;
  const newest = story.slice(0, mostEvidence).toReversed();
  const events = newest.flatMap(({ event, signIn }) => signIn?.events ?? [event]);
  const around = id === 'logs-rolled-over' && mac !== null ? [mac.since] : [];
  return entraFilter(events, around, mac?.facts ?? null);
}

/** A dead extension shows in the same codes as a missing or an unreachable one: the better known cause is enough. */
function isRedundant({ id, because }: Finding, all: readonly Finding[]): boolean {
  if (id !== 'sso-extension-dead' || because === 'log-says-so') return false;
  return all.some(
    (other) =>
      (other.id === 'sso-extension-missing' || other.id === 'sso-extension-network') &&
      other.confidence !== 'possible',
  );
}
