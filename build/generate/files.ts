import { extensionAttributes } from './extension-attributes.ts';
import { guideWithSettings } from './guide.ts';
import { jamfSchema } from './jamf-schema.ts';
import { dateOf, profileManifest } from './manifest.ts';
import { osqueryPack } from './osquery-pack.ts';
import { sampleProfile } from './profile.ts';
import { domain, settingRows } from './rows.ts';

const folder = 'build/deploy/settings';
const guide = 'build/README.md';

/** Content is null where it cannot be made: the guide has lost its markers. */
export type GeneratedFile = { readonly path: string; readonly content: string | null };

/** What is generated from the table of settings, and what reads status.plist on a fleet. `read` gives the content of a file in the repository, or null. */
export function generatedFiles(read: (path: string) => string | null, now: Date): readonly GeneratedFile[] {
  const rows = settingRows();
  const manifest = `${folder}/profile-manifest/${domain}.plist`;
  return [
    { path: `${folder}/jamf-pro/${domain}.json`, content: jamfSchema(rows) },
    { path: `${folder}/vigil-settings.mobileconfig`, content: sampleProfile(rows) },
    { path: manifest, content: datedManifest(read(manifest), now) },
    { path: guide, content: guideWithSettings(read(guide), rows) },
    ...Object.entries({ ...extensionAttributes(), ...osqueryPack() }).map(([path, content]) => ({
      path,
      content,
    })),
  ];

  /** A manifest tells when it was changed, so one that would differ in its date alone stays. */
  function datedManifest(before: string | null, at: Date): string {
    const date = before === null ? null : dateOf(before);
    const same = date === null ? null : profileManifest(rows, date);
    return same !== null && same === before ? same : profileManifest(rows, at);
  }
}
