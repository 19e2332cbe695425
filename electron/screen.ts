import { app } from 'electron';
import type { Organisation } from './assess/organisation.ts';
import type { MacPaths } from './paths.ts';
import { type Logo, readLogo } from './sense/logo.ts';
import type { ResolvedSettings } from './settings/in-force.ts';
import { organisationOf } from './settings/organisation.ts';
import { chooseLocale, loadLanguage } from './words/languages.ts';
import { createSpeech, type Speech } from './words/speech.ts';

/** What settings say about the screen. */
export type ScreenSettings = {
  readonly resolved: ResolvedSettings;
  /** Of everything on the screen; its language is loaded. */
  readonly locale: string;
  /** Made when the first word is asked for: Intl takes as long as all else that the icon waits for. */
  readonly speech: () => Speech;
  readonly organisation: Organisation;
  readonly logo: Logo | null;
};

/** Follows the settings, as far as they are seen: a language is on the screen once it is loaded, and not in part. */
export class Screen {
  readonly #paths: MacPaths;
  readonly #onChange: (settings: ScreenSettings) => void;
  readonly #onError: (error: unknown) => void;
  #wanted: ResolvedSettings | null = null;
  #current: ScreenSettings | null = null;
  #begun = false;

  constructor(
    paths: MacPaths,
    onChange: (settings: ScreenSettings) => void,
    onError: (error: unknown) => void,
  ) {
    this.#paths = paths;
    this.#onChange = onChange;
    this.#onError = onError;
  }

  /** Null until the first language is there. */
  get current(): ScreenSettings | null {
    return this.#current;
  }

  /** Electron is ready, and knows the languages of the person. */
  async begin(): Promise<void> {
    this.#begun = true;
    await this.#show();
  }

  /** Settings are read at every reading of the Mac: what they say is seldom news. */
  apply(resolved: ResolvedSettings): void {
    if (JSON.stringify(resolved) === JSON.stringify(this.#wanted)) return;
    this.#wanted = resolved;
    if (this.#begun) void this.#show();
  }

  #settingsIn(locale: string, resolved: ResolvedSettings): ScreenSettings {
    const { LogoPath } = resolved.settings;
    return {
      resolved,
      locale,
      speech: lazy(() => createSpeech(locale)),
      organisation: organisationOf(resolved.settings, locale),
      logo: LogoPath === '' ? null : readLogo(this.#paths.namedBySetting(LogoPath), this.#paths.root),
    };
  }

  async #show(): Promise<void> {
    const resolved = this.#wanted;
    if (resolved === null) return;
    const locale = chooseLocale(app.getPreferredSystemLanguages(), resolved.settings.Language);
    await loadLanguage(locale).catch(this.#onError);
    // Meanwhile the settings may have changed once more.
    if (resolved !== this.#wanted) return;
    this.#current = this.#settingsIn(locale, resolved);
    this.#onChange(this.#current);
  }
}

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
