import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Secrets } from '../../../electron/report/names.ts';
import { createRedactor } from '../../../electron/report/redact.ts';
import { fuzzRuns, fuzzTimeoutMs } from '../support/fuzz.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz';
const capitals = letters.toUpperCase();
const digits = '0123456789';

const textOf = (units: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...units), minLength, maxLength });

/** Letters that no word of the log and no stand-in has side by side, so that a name that is found was planted. */
const rareName = (minLength: number, maxLength: number) => textOf('qxzjöéßñ日ж', minLength, maxLength);

const hex = (length: number) => textOf(`${digits}abcdef`, length, length);
const uuid = fc.tuple(hex(8), hex(4), hex(4), hex(4), hex(12)).map((parts) => parts.join('-'));
const anyCase = (text: fc.Arbitrary<string>) =>
  fc.tuple(text, fc.boolean()).map(([told, isUpper]) => (isUpper ? told.toUpperCase() : told));

const base64 = textOf(`${letters}${capitals}${digits}-_`, 60, 200).map((token) => `aB3${token}`);

/** Secrets that show by their form. */
const bySight = {
  uuid: anyCase(uuid),
  'account id': fc.tuple(uuid, uuid).map((ids) => ids.join('.')),
  'e-mail address': fc
    .tuple(
      rareName(1, 20),
      fc.constantFrom('@', '%40', '%2540'),
      rareName(2, 12),
      fc.constantFrom('com', 'co.uk'),
    )
    .map(([name, at, host, top]) => `${name}${at}${host}.${top}`),
  'IPv4 address': fc.ipV4().filter((ip) => !ip.startsWith('127.') && ip !== '0.0.0.0'),
  'IPv6 address': anyCase(fc.ipV6()).filter((ip) => ip !== '::' && ip !== '::1'),
  'MAC address': anyCase(
    fc
      .tuple(fc.array(hex(2), { minLength: 6, maxLength: 6 }), fc.constantFrom(':', '-'))
      .map(([pairs, separator]) => pairs.join(separator)),
  ),
  'home folder': rareName(2, 20).map((name) => `/Users/${name}`),
  JWT: fc.tuple(base64, base64).map(([payload, signature]) => `eyJ0eXAiOiJKV1Qi.${payload}.${signature}`),
  token: base64,
  'query of an address': fc
    .tuple(textOf(`${letters}${digits}`, 12, 40), textOf(`${letters}${digits}%=&+`, 12, 40))
    .map(([key, value]) => `https://login.microsoftonline.com/common/authorize?${key}=${value}`),
} as const;

/** Of a secret, what of it must not be found; some of it says nothing. */
function tellTale(secret: string): string {
  return (/\?(.+)$/.exec(secret)?.[1] ?? secret).replace(/^\/Users\//, '');
}

const code = fc.oneof(
  fc.integer({ min: 50_000, max: 999_999 }).map((number) => `AADSTS${number}`),
  fc.integer({ min: -60_000, max: -1 }).map((number) => `Code=${number}`),
  fc.integer({ min: -60_000, max: -1 }).map((number) => `(MSALErrorDomain, ${number})`),
  fc.constantFrom('invalid_grant', 'interaction_required', 'bad_token', 'consent_required'),
);
const time = fc
  .date({ min: new Date(0), max: new Date('2099-12-31'), noInvalidDate: true })
  .chain((date) =>
    fc.constantFrom(date.toISOString(), `${date.toISOString().slice(0, 19).replace('T', ' ')}.123456+0100`),
  );
const correlated = anyCase(uuid).chain((id) =>
  fc.constantFrom(
    `[2026-11-25 10:00:00 - ${id}]`,
    `MSIDCorrelationIDKey=${id}`,
    `"correlation_id":"${id}"`,
    `Correlation ID: ${id}`,
  ),
);

const between = fc.constantFrom(
  ' ',
  ', ',
  ' = ',
  '; ',
  ' (',
  ') ',
  ': ',
  '" ',
  "' ",
  '\n',
  '\t',
  ' TID=12 ',
  ' → ',
);
const noise = fc.oneof(
  fc.constantFrom(
    'MSAL 1.2.14 Mac 14.3.0',
    'acquireTokenSilent returning with error:',
    'Masked(not-null)',
    'Error Domain=com.apple.AppSSO.AuthorizationError',
    '/System/Library/CoreServices',
  ),
  fc.string({ maxLength: 20 }),
);

type Part = { readonly text: string; readonly mustVanish: boolean; readonly mustStay: boolean };
const plant = (secret: fc.Arbitrary<string>) =>
  secret.map((text): Part => ({ text, mustVanish: true, mustStay: false }));
const keep = (told: fc.Arbitrary<string>) =>
  told.map((text): Part => ({ text, mustVanish: false, mustStay: true }));
const other = noise.map((text): Part => ({ text, mustVanish: false, mustStay: false }));

const nobody: Secrets = { userName: '', fullName: null, hostNames: [], serial: null, home: '' };

test('no secret that shows by its form survives, whatever stands around it; codes, times and correlation ids do', {
  timeout: fuzzTimeoutMs,
}, () => {
  const part = fc.oneof(
    ...Object.values(bySight).map(plant),
    { arbitrary: keep(fc.oneof(code, time, correlated)), weight: 4 },
    { arbitrary: other, weight: 4 },
  );
  const line = fc.array(fc.tuple(part, between), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(line, (parts) => {
      // Noise may hold the beginning of an address, whose end then is a secret, too.
      fc.pre(!parts.some(([{ text, mustVanish }]) => !mustVanish && /[@?#%]/.test(text)));
      const text = parts.map(([{ text: told }, gap]) => told + gap).join('');
      const redacted = createRedactor(nobody, [])(text).toLowerCase();
      for (const [{ text: told, mustVanish, mustStay }] of parts) {
        if (mustVanish) expect(redacted).not.toContain(tellTale(told).toLowerCase());
        if (mustStay) expect(redacted).toContain(told.toLowerCase());
      }
    }),
    fuzzRuns(1_000),
  );
});

/** How a name may be written. */
const spellings: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toUpperCase().toLowerCase(),
  (name) => name.normalize('NFD'),
  (name) => encodeURIComponent(name),
  (name) => encodeURIComponent(name.normalize('NFD')),
  (name) => `/Users/${name}/Library`,
  (name) => `/private/tmp/${name}-501/x`,
  (name) => `CORP\\${name}`,
  (name) => `com.example.${name}.plist`,
];
const separators = ['.', ' ', '_', '-', ''] as const;

const person = fc
  .record({
    words: fc.array(rareName(1, 8), { minLength: 1, maxLength: 3 }),
    separator: fc.constantFrom(...separators),
    hostWords: fc.array(rareName(3, 8), { minLength: 2, maxLength: 3 }),
    serial: textOf(`${capitals}${digits}`, 8, 14),
  })
  .map(({ words, separator, hostWords, serial }) => ({
    userName: words.join(separator),
    fullName: words.join(' '),
    hostNames: [hostWords.join('’s '), hostWords.join('-')],
    serial,
    home: `/Users/${words.join(separator)}`,
  }));

test('no name of the person or of the Mac survives in any spelling', { timeout: fuzzTimeoutMs }, () => {
  const name = person.chain((secrets) =>
    fc.record({
      secrets: fc.constant(secrets),
      name: fc.constantFrom(secrets.userName, secrets.fullName, ...secrets.hostNames, secrets.serial),
      spell: fc.constantFrom(...spellings),
      before: fc.tuple(noise, between),
      after: fc.tuple(between, noise),
    }),
  );
  fc.assert(
    fc.property(name, ({ secrets, name: planted, spell, before, after }) => {
      // A single letter is nobody's name where it stands among others.
      fc.pre(Array.from(planted).length > 1);
      const spelled = spell(planted);
      const redacted = createRedactor(secrets, [])(before.join('') + spelled + after.join(''));
      for (const form of [planted, spelled, encodeURIComponent(planted)]) {
        expect(redacted.toLowerCase()).not.toContain(form.toLowerCase());
      }
    }),
    fuzzRuns(300),
  );
});

test('any text at all is taken, and a stand-in is never taken for a secret', {
  timeout: fuzzTimeoutMs,
}, () => {
  fc.assert(
    fc.property(person, fc.string({ unit: 'binary', maxLength: 200 }), (secrets, text) => {
      const redactor = createRedactor(secrets, []);
      const once = redactor(text);
      expect(redactor(once)).toBe(once);
    }),
    fuzzRuns(100),
  );
});
