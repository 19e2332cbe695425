import { exitCodeOf } from '../assess/exit-code.ts';
import { statusOf } from '../assess/status.ts';
import { readAppPid } from '../sense/app-pid.ts';
import { statusText } from '../words/terminal-words.ts';
import type { CliHost } from './host.ts';
import { assessLook, lookOnce } from './look.ts';

/** Says how this Mac stands now, and says it again as the exit code. */
export async function status(host: CliHost, { json }: { readonly json: boolean }): Promise<number> {
  const now = Date.now();
  const assessment = assessLook(await lookOnce(host, now), now);
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
