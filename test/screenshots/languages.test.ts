import { beforeAll, expect, test } from 'vitest';
import { lookedAt, pseudoLocale as pseudo } from '../e2e/support/looks.ts';
import { recorded, views } from '../unit/words/views.ts';
import { contoso, longMs, openGallery, preferences, startGalleryApp } from './gallery.ts';
import { flaws, texts } from './in-page.ts';
import { openEach } from './pages.ts';

beforeAll(startGalleryApp);

/** As they come from the system, the log or the organisation, in whatever language. */
const values = [
  ...['Contoso', 'IT Service Desk', 'Monday to Friday, 8 to 18, extension 1234.'],
  ...['alex', 'Cloud Connector (dd4f)', 'User registration app (b03c)', '7F67', '9.9.9', 'The report'],
  ...['53003 AADSTS53003: A policy refuses the sign-in.', '11.4.2', '11.12.1'],
  ...['Did not get a token from acquireTokenInteractive, sending an empty token.'],
  ...['Processing an AAD error with error code -51412, error invalid_grant <b>'],
  ...['English', 'Deutsch', 'Español', 'Français', '日本語'],
];

const isTime = (text: string) =>
  /^(?:\w{3}\s)?\d+:\d\d\s[AP]M$/.test(text) || /^\d{4}-\d\d-\d\d \d\d:/.test(text);
const isTranslated = (text: string) => text.includes('\u200f');
const isWithoutWords = (text: string) => !/[a-z]{3}/i.test(text);
const mayBeSaid = (text: string) =>
  [isTranslated, isWithoutWords, isTime, (value: string) => values.includes(value)].some((is) =>
    is(text.trim()),
  );

test(
  `in every state nothing is cut off, out of sight or too small to hit, and nothing goes untranslated (${lookedAt})`,
  async () => {
    const { page, hang, open } = await openGallery();
    const found = new Set<string>();
    const look = async (locale: string, where: string) => {
      for (const flaw of await page.evaluate(flaws)) found.add(`${locale}, ${where}: ${flaw}`);
      if (locale !== pseudo) return;
      for (const text of await page.evaluate(texts)) {
        if (!mayBeSaid(text)) found.add(`${where}: never translated: ${text}`);
      }
    };
    for (const locale of lookedAt) {
      const organisation = contoso(locale);
      for (const [name, view] of recorded) {
        await hang(view, { locale, organisation, iconVisible: name !== 'protected' });
        await look(locale, name);
      }
      for (const name of ['protected, after a quiet day', 'deactivated, by rules'] as const) {
        await open(views[name], { locale, organisation, preferences });
        await openEach(page, (what) => look(locale, `${name}, ${what}`));
      }
    }
    expect([...found]).toEqual([]);
  },
  longMs,
);
