import { assess } from '../assess/assess.ts';
import { exitCodeOf } from '../assess/exit-code.ts';
import { news } from '../assess/remember.ts';
import { statusOf } from '../assess/status.ts';
import type { Assessment } from '../assess/view.ts';
import { Ledger } from '../ledger.ts';
import { askPrograms, factsBefore, readFiles } from '../read-mac.ts';
import { readAadPlist } from '../sense/aad-plist.ts';
import { readAppPid } from '../sense/app-pid.ts';
import { Presence } from '../sense/presence.ts';
import { readSettings } from '../sense/settings.ts';
import { policyOf, resolveSettings } from '../settings.ts';
import { statusText } from '../words/terminal-words.ts';
import type { CliHost } from './host.ts';

/** Says how this Mac stands now, and says it again as the exit code. */
export async function status(host: CliHost, { json }: { readonly json: boolean }): Promise<number> {
  const now = Date.now();
  const assessment = await assessOnce(host, now);
  const { vigilVersion, speech, stdout, paths } = host;
  const text = json
    ? JSON.stringify(
        statusOf(assessment, {
          assessedAt: now,
          vigilVersion,
          pid: await readAppPid(paths.vigil.statusPlist),
        }),
        null,
        2,
      )
    : statusText(speech, assessment.view, vigilVersion, now);
  stdout.write(`${text}\n`);
  return exitCodeOf(assessment.view);
}

/** One look at the Mac, with what the app remembers. */
async function assessOnce(
  { paths, userName, stderr }: Pick<CliHost, 'paths' | 'userName' | 'stderr'>,
  now: number,
): Promise<Assessment> {
  const ledger = Ledger.peek({
    path: paths.vigil.ledger,
    now: Date.now,
    onProblem: (what) => stderr.write(`${what}\n`),
  });
  const presence = new Presence({ run: paths.run, uid: () => null, onChange: () => {} });
  const [files, plist, told, presenceFact, layers] = await Promise.all([
    readFiles(paths),
    readAadPlist(paths.jamf.aadPlist),
    askPrograms(paths, userName),
    presence.read(),
    readSettings(paths),
  ]);
  // Nobody has watched until now, so what the Mac let pass since it woke counts in full.
  const startedAt = presenceFact.awakeSince ?? now;
  const facts = {
    ...factsBefore(now, userName),
    ...files,
    ...told,
    plist,
    presence: presenceFact,
    startedAt,
  };
  ledger.append(news(facts, ledger.entries(), now));
  return assess(facts, ledger.entries(), policyOf(resolveSettings(layers).settings), now);
}
