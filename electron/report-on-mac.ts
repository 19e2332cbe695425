import { checkTrust } from './act/trust.ts';
import type { MacPaths } from './paths.ts';
import type { Material, Report } from './report/report.ts';
import { reportOf } from './report/report.ts';
import { readIdentity } from './sense/identity.ts';
import { readMacOsVersion } from './sense/macos-version.ts';
import { run } from './sense/run.ts';
import { readSettings } from './sense/settings.ts';
import { settingsInForce } from './settings/in-force.ts';

export type ReportRequest = {
  readonly paths: MacPaths;
  readonly userName: string;
} & Pick<Material, 'vigilVersion' | 'assessment' | 'facts' | 'entries' | 'networkCheck'>;

/** The report for IT about this Mac as it is now. Reads what only a report needs; sends nothing anywhere. */
export async function reportOnMac({ paths, userName, ...seen }: ReportRequest): Promise<Report> {
  const [identity, agent] = await Promise.all([readIdentity(paths.run), checkTrust(paths, run)]);
  const writtenAt = Date.now();
  return reportOf({
    ...seen,
    writtenAt,
    utcOffsetMinutes: -new Date(writtenAt).getTimezoneOffset(),
    macOs: readMacOsVersion(paths.systemVersion),
    agent,
    settings: settingsInForce(readSettings(paths)),
    secrets: { ...identity, userName, home: paths.home },
  });
}
