import { assess } from '../../../electron/assess/assess.ts';
import type { Facts } from '../../../electron/assess/facts.ts';
import type { LedgerEntry } from '../../../electron/assess/ledger-entry.ts';
import type { Material } from '../../../electron/report/report.ts';
import { at, event, facts, noon, policy, reading, seen } from '../assess/given.ts';

export const correlationId = '7F6779F2-640C-4FB2-9462-B16C102CF61C';

/** A Mac that Entra's rules have deactivated an hour after noon, and what Vigil remembers of it. */
export const deactivated = facts({
  plist: reading({ registered: false, writtenAt: at.hours(1) }),
  jamf: { kind: 'present', version: '11.4.0', appId: 'b03c10a8-71c7-45f9-b44a-3335ab76e970' },
});
export const story: readonly LedgerEntry[] = [
  ...seen([noon, facts()], [at.hours(1), deactivated]),
  event('aad-error', at.minutes(59), {
    line: `TID=1 MSAL 1.2.14 Mac 15.5 [2026-11-25 12:59:00 - ${correlationId}] Processing an AAD error with error code -51412, error invalid_grant, description AADSTS53003 for alex@corp.example`,
    code: -51_412,
    oauthError: 'invalid_grant',
    aadsts: 53_003,
    correlationId,
  }),
  event('silent-failed', at.minutes(59), { code: -50_002, domain: 'MSALErrorDomain', correlationId }),
  event('interactive-failed', at.hours(1)),
  event('sign-in-failed', at.hours(1), {
    account: 'alex',
    line: 'No AAD ID found for macOS user account alex',
  }),
];

type Given = Partial<Omit<Material, 'assessment' | 'facts'>> & { readonly facts?: Facts };

/** A report's material two hours after noon. */
export function materialOf({ facts: given = deactivated, entries = story, ...others }: Given = {}): Material {
  const writtenAt = at.hours(2);
  return {
    writtenAt,
    utcOffsetMinutes: 60,
    vigilVersion: '0.1.0',
    assessment: assess(given, entries, policy, writtenAt),
    facts: given,
    entries,
    macOs: { version: '15.5', build: '24F74' },
    settings: [{ name: 'WarningMinutes', value: 20, from: 'organisation', isRejected: false }],
    agent: { kind: 'trusted', signedBy: 'jamf' },
    networkCheck: null,
    secrets: {
      userName: 'alex',
      fullName: 'Alex Fairweather',
      hostNames: ['Alexs-MacBook-Air'],
      serial: 'C02XK0AAJGH5',
      home: '/Users/alex',
    },
    ...others,
  };
}
