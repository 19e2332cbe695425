import type { LaunchAgentFact, PlistFact } from '../assess/facts.ts';
import type { AgentCheck } from './checks.ts';
import type { Redacted } from './redact.ts';
import type { Report } from './report.ts';
import { utc } from './utc.ts';

/** Keys are those of `--json`, so that what is read here can be looked up in the documentation. */
export type Row = readonly [key: string, value: string];

const notOfState: ReadonlySet<string> = new Set([
  'schema',
  'findings',
  'assessedAt',
  'nextAt',
  'vigilVersion',
]);

export function stateRows({ status, state }: Report): readonly Row[] {
  const { reason, recurring, action } = state;
  return [
    ...Object.entries(status)
      .filter(([key]) => !notOfState.has(key))
      .map(([key, value]): Row => [key, written(value)]),
    ...(reason === null ? [] : [['reason', reason] as const]),
    ['recurring', written(recurring)],
    ['action', action.kind === 'blocked' ? `${action.verb}, blocked: ${action.why}` : action.kind],
  ];
}

export function versionRows({ versions }: Report): readonly Row[] {
  return Object.entries(versions).map(([key, value]): Row => [key, value ?? 'unknown']);
}

export function settingRows({ settings }: Report): readonly Row[] {
  return settings.map(({ name, value, from, isRejected }): Row => {
    const told = value === '' ? 'none' : written(value);
    // Rejected: a value was set that has the wrong type or range.
    return [name, `${told} (${from}${isRejected ? '; rejected' : ''})`];
  });
}

export function checkRows({ checks }: Report): readonly Row[] {
  const { agentRuns, awakeSinceAt } = checks;
  const runs = agentRuns.map(
    ({ startedAt, recurring }) => `${utc(startedAt)}${recurring ? ' recurring' : ''}`,
  );
  return [
    ['signInFile', plistText(checks.signInFile)],
    ['logAccess', checks.logAccess],
    ['launchAgent', launchAgentText(checks.launchAgent)],
    ['agent', agentText(checks.agent)],
    ['appId', checks.appId ?? 'unknown'],
    ['agentRuns', runs.join(', ') || 'none'],
    ['attempt', checks.attempt],
    ['network', checks.network],
    ['screenLocked', written(checks.screenLocked)],
    ['awakeSince', awakeSinceAt === null ? 'asleep' : utc(awakeSinceAt)],
    ['isRoot', written(checks.isRoot)],
  ];
}

export function counterRows({ counters: { sinceAt, events, ...counts } }: Report): readonly Row[] {
  const counted = Object.entries(events).map(([name, count]) => `${name} ${count}`);
  return [
    ['since', sinceAt === null ? 'nothing yet' : utc(sinceAt)],
    ...Object.entries(counts).map(([key, count]): Row => [key, String(count)]),
    ['events', counted.join(', ') || 'none'],
  ];
}

function plistText(plist: PlistFact): string {
  if (plist.kind === 'absent') return 'absent';
  if (plist.kind === 'unreadable') return `unreadable: ${plist.why}`;
  const { registered, lastSignInAt, writtenAt } = plist;
  const at = lastSignInAt === null ? 'none' : utc(lastSignInAt);
  return `registered ${written(registered ?? 'unknown')}, last sign-in ${at}, written ${utc(writtenAt)}`;
}

function launchAgentText(fact: LaunchAgentFact): string {
  if (fact.kind === 'unreadable') return `unreadable: ${fact.why}`;
  if (fact.kind === 'absent') return 'absent';
  return fact.intervalMs === null
    ? 'present, interval unknown'
    : `present, every ${fact.intervalMs / 1000} s`;
}

function agentText(agent: AgentCheck<Redacted>): string {
  if (agent.kind === 'trusted') return `trusted, signed by ${agent.signedBy}`;
  return agent.kind === 'not-trusted' ? `not-trusted: ${agent.why}` : agent.kind;
}

function written(value: unknown): string {
  if (typeof value !== 'boolean') return String(value);
  return value ? 'yes' : 'no';
}
