import { assess } from '../assess/assess.ts';
import type { Facts } from '../assess/facts.ts';
import type { LedgerEntry } from '../assess/ledger-entry.ts';
import { news } from '../assess/remember.ts';
import type { Assessment } from '../assess/view.ts';
import { Ledger } from '../ledger.ts';
import { askPrograms, factsBefore, readAttemptOnce, readFiles } from '../read-mac.ts';
import { readAadPlist } from '../sense/aad-plist.ts';
import { Presence } from '../sense/presence.ts';
import { readSettings } from '../sense/settings.ts';
import { resolveSettings } from '../settings/in-force.ts';
import { policyOf } from '../settings/policy.ts';
import type { Settings } from '../settings/table.ts';
import type { CliHost } from './host.ts';

/** What a look at the Mac has found, with what the app remembers. */
export type Look = {
  readonly facts: Facts;
  readonly entries: readonly LedgerEntry[];
  readonly settings: Settings;
};

/** One look at the Mac. Leaves nothing behind. */
export async function lookOnce(
  { paths, userName, stderr }: Pick<CliHost, 'paths' | 'userName' | 'stderr'>,
  now: number,
): Promise<Look> {
  const ledger = Ledger.peek({
    path: paths.vigil.ledger,
    now: Date.now,
    onProblem: (what) => stderr.write(`${what}\n`),
  });
  const presence = new Presence({ run: paths.run, onChange: () => {} });
  const before = factsBefore(now, userName);
  const told = await askPrograms(paths, before.person, presence);
  // Nobody has watched until now, so what the Mac let pass since it woke counts in full.
  const startedAt = presence.fact.awakeSince ?? now;
  const { settings, invalid } = resolveSettings(readSettings(paths));
  const facts = {
    ...before,
    ...told,
    ...readFiles(paths),
    attempt: await readAttemptOnce(paths, told.agentRuns ?? null, now),
    plist: readAadPlist(paths.jamf.aadPlist),
    presence: presence.fact,
    invalidSettings: invalid,
    startedAt,
  };
  ledger.append(news(facts, ledger.entries(), now));
  return { facts, entries: ledger.entries(), settings };
}

export function assessLook({ facts, entries, settings }: Look, now: number): Assessment {
  return assess(facts, entries, policyOf(settings), now);
}
