import type { MacPaths } from '../paths.ts';
import { readSettings } from '../sense/settings.ts';
import { resolveSettings } from '../settings/in-force.ts';
import { chooseLocale, loadLanguage } from '../words/languages.ts';
import { createSpeech, type Speech } from '../words/speech.ts';

/**
 * What the commands say things with: in the language that is set for Vigil, else in the first of `preferred` (BCP 47,
 * the system's own) that it speaks.
 */
export async function openSpeech(paths: MacPaths, preferred: readonly string[]): Promise<Speech> {
  const { settings } = resolveSettings(readSettings(paths));
  const locale = chooseLocale(preferred, settings.Language);
  await loadLanguage(locale);
  return createSpeech(locale);
}
