import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Of Debian's package fonts-inter. */
const INTER = '/usr/share/fonts/opentype/inter';
/** On the clock in the pictures: a morning in the office. */
const HOUR = 10;

/** Chromium's: as on a Mac, two pixels for one, and no scroll bars while nothing scrolls. */
export const switches = ['--force-device-scale-factor=2', '--hide-scrollbars'] as const;

/**
 * What Vigil has to find in its environment to look the same wherever the pictures are made.
 * @param folder where the font configuration goes
 * @throws where the font is not installed
 */
export async function environmentOfPictures(folder: string): Promise<Record<string, string>> {
  const fonts = join(folder, 'fonts.conf');
  await writeFile(fonts, await fontConfiguration(folder));
  return { FONTCONFIG_FILE: fonts, LANGUAGE: 'en_GB', TZ: zoneWhereItIs(HOUR, new Date()) };
}

/** The only font that Vigil finds then. Apple's own may be used on Macs only; of the free ones Inter comes nearest. */
async function fontConfiguration(cache: string): Promise<string> {
  await access(INTER).catch((cause: unknown) => {
    throw new Error('The pictures need the font Inter:\n  sudo apt-get install fonts-inter', { cause });
  });
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${INTER}</dir><cachedir>${cache}</cachedir></fontconfig>
`;
}

/** A time zone in which this hour has begun. POSIX counts them westward, so "Etc/GMT-2" is two hours east of Greenwich. */
function zoneWhereItIs(hour: number, now: Date): string {
  const eastward = ((hour - now.getUTCHours() + 35) % 24) - 11;
  return `Etc/GMT${eastward > 0 ? '-' : '+'}${Math.abs(eastward)}`;
}
