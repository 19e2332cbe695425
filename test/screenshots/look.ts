import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
/** Apple's own font may be used on Macs only; of the free ones Inter comes nearest. It has no Japanese. */
const fonts = [
  dirname(require.resolve('@expo-google-fonts/inter/package.json')),
  dirname(require.resolve('@expo-google-fonts/sawarabi-gothic/package.json')),
];

/** Chromium's: as on a Mac, two pixels for one, and no scroll bars while nothing scrolls. */
export const switches = [
  '--force-device-scale-factor=2',
  '--hide-scrollbars',
  // The same pixels whatever the display, the desktop's settings and the processor.
  '--force-color-profile=srgb',
  '--disable-lcd-text',
  '--disable-skia-runtime-opts',
] as const;

/**
 * What Vigil has to find in its environment to look the same wherever the pictures are made.
 * @param folder where the font configuration goes
 */
export async function environmentOfPictures(folder: string): Promise<Record<string, string>> {
  const file = join(folder, 'fonts.conf');
  await writeFile(file, fontConfiguration(folder));
  return { FONTCONFIG_FILE: file, LANGUAGE: 'en_GB', TZ: 'Europe/London' };
}

/** Whatever font is asked for, there is but this one. */
function fontConfiguration(cache: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  ${fonts.map((folder) => `<dir>${folder}</dir>`).join('')}
  <cachedir>${cache}</cachedir>
  <match target="pattern">
    <edit name="family" mode="append_last"><string>Inter</string></edit>
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="rgba" mode="assign"><const>none</const></edit>
  </match>
</fontconfig>
`;
}
