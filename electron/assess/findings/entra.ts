import type { Facts, JamfFact } from '../facts.ts';
import type { LogEvent } from '../log-event.ts';
import { minuteMs } from '../rules.ts';
import type { EntraApp, EntraFilter } from './finding.ts';

/** The apps that the agent signs in to, one for each kind of integration (published guide, a public migration script). */
const entraApps: readonly EntraApp[] = [
  { id: 'b03c10a8-71c7-45f9-b44a-3335ab76e970', name: 'User registration app for Device Compliance' },
  {
    id: 'dcf07df3-346f-4f0e-b803-c1f0ea0fb5ae',
    name: 'User registration app for Device Compliance (GCC High)',
  },
  { id: 'dd4f1d11-1200-4a1c-bccf-cb13e27467e6', name: 'Cloud Connector user registration app' },
  { id: '55d611b0-7d33-4d38-8df3-6041868930d7', name: 'macOS Native Connector' },
];

/** Clocks differ, and Entra writes a sign-in when it ends. */
const marginMs = 2 * minuteMs;
const mostIds = 5;

/** `events` are those of the sign-ins in question; `around` are times at which there was one whose lines are lost. */
export function entraFilter(
  events: readonly LogEvent[],
  around: readonly number[],
  facts: Pick<Facts, 'jamf' | 'person'> | null,
): EntraFilter | null {
  const times = [...around, ...events.map(({ at, utcAt }) => utcAt ?? at)];
  if (times.length === 0) return null;
  const ids = new Set(events.flatMap(({ correlationId }) => correlationId?.toUpperCase() ?? []));
  const account = events.find((event) => event.account !== undefined)?.account ?? null;
  return {
    apps: appsOf(events, facts?.jamf ?? null),
    account: facts?.person.userName ?? account,
    fromAt: Math.min(...times) - marginMs,
    toAt: Math.max(...times) + marginMs,
    correlationIds: [...ids].slice(-mostIds),
  };
}

/** Jamf's own setting tells the app; else a line may; else it is one of those that Jamf Pro ever uses. */
function appsOf(events: readonly LogEvent[], jamf: JamfFact | null): readonly EntraApp[] {
  const told = jamf?.kind === 'present' ? jamf.appId : undefined;
  const id = (told ?? events.findLast(({ clientId }) => isApp(clientId))?.clientId)?.toLowerCase();
  if (id === undefined) return entraApps;
  return [entraApps.find((app) => app.id === id) ?? { id, name: id }];
}

function isApp(clientId: string | undefined): boolean {
  return entraApps.some(({ id }) => id === clientId?.toLowerCase());
}
