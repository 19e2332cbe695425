import type { Facts } from './facts.ts';
import type { Horizon } from './horizon.ts';
import type { LogEvent, LogEventName } from './log-event.ts';
import type { Memory } from './memory.ts';
import { deactivationRiskMs } from './rules.ts';
import type { FindingId, Phase } from './view.ts';

/** What can be said about the causes, most telling first. */
export function findingsOf(
  phase: Phase,
  recurring: boolean,
  facts: Facts,
  memory: Memory,
  horizon: Horizon,
): FindingId[] {
  const findings: FindingId[] = [];
  const add = (id: FindingId, holds: boolean) => holds && findings.push(id);
  const recent = memory.events.filter((event) => !horizon.passed(event.at + deactivationRiskMs));
  const seen = (name: LogEventName, test: (event: LogEvent) => boolean = () => true) =>
    recent.some((event) => event.name === name && test(event));
  const registered = phase !== 'unregistered' && phase !== 'unknown';
  add('offline', facts.network.kind === 'offline');
  add('window-cancelled', seen('interactive-cancelled'));
  add('window-missed', seen('interactive-failed') && !seen('interactive-cancelled'));
  add(
    'conditional-access',
    seen('aad-error', (event) => event.oauthError === 'invalid_grant'),
  );
  add('sso-extension-network', seen('sso-not-appsso-url'));
  add('multiple-accounts', seen('multiple-accounts'));
  add(
    'agent-not-running',
    registered && recurring && (phase === 'overdue' || facts.launchAgent.kind === 'absent'),
  );
  add('recurring-removed', registered && !recurring);
  add('log-access-denied', facts.logAccess.kind === 'denied');
  return findings;
}
