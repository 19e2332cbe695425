import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'plist';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { generatedFiles } from '../../../build/generate/files.ts';
import { payloadUuid } from '../../../build/generate/payload-uuid.ts';
import { domain, settingRows } from '../../../build/generate/rows.ts';
import { locateMac } from '../../../electron/paths.ts';
import { settingsTable } from '../../../electron/settings/table.ts';
import { fits, type Schema } from './json-schema.ts';

const repository = join(import.meta.dirname, '../../..');
const read = (path: string) => readFileSync(join(repository, path), 'utf8');
const now = new Date('2026-11-25T12:00:00Z');
const rows = settingRows();

const contentOf = (end: string): string => {
  const { content } = generatedFiles(read, now).find(({ path }) => path.endsWith(end)) ?? {};
  if (content == null) throw new Error(`nothing is generated that ends in ${end}`);
  return content;
};

const jamfForm = z.object({
  properties: z.record(
    z.string(),
    z.object({
      title: z.string(),
      description: z.string(),
      property_order: z.int(),
      options: z.object({ infoText: z.string() }),
      anyOf: z.tuple([z.object({ type: z.literal('null') }), z.looseObject({ default: z.unknown() })]),
    }),
  ),
});
const jamf = jamfForm.parse(JSON.parse(contentOf('.json'))).properties;
const schemaOf = (name: string): Schema => jamf[name]?.anyOf[1] ?? {};

const subkeyForm = z.looseObject({ pfm_name: z.string(), pfm_type: z.string() });
const manifestForm = z.looseObject({ pfm_domain: z.string(), pfm_subkeys: z.array(subkeyForm) });
const manifest = manifestForm.parse(parse(contentOf('profile-manifest/io.github.vigil-mac.plist')));

const payloadForm = z.looseObject({
  PayloadType: z.string(),
  PayloadIdentifier: z.string(),
  PayloadUUID: z.string(),
});
const profileForm = payloadForm.extend({ PayloadContent: z.array(payloadForm) });
const profile = profileForm.parse(parse(contentOf('.mobileconfig')));

describe('what is generated from the table of settings', () => {
  it('is committed as it would be written now: else run npm run generate', () => {
    for (const { path, content } of generatedFiles(read, now)) expect(read(path), path).toBe(content);
  });

  it('is of the domain that the program reads', () => {
    const mac = locateMac({ root: '/mac', packaged: false, userName: 'alex', home: '' });
    expect(mac).toMatchObject({
      paths: { settings: { forced: `/mac/Library/Managed Preferences/${domain}.plist` } },
    });
    expect(manifest.pfm_domain).toBe(domain);
  });

  it('keeps the text around the table in the guide, and nothing is written over a guide without markers', () => {
    const written = (guide: string) =>
      generatedFiles((path) => (path === 'build/README.md' ? guide : null), now).find(
        ({ path }) => path === 'build/README.md',
      )?.content;
    const emptied = contentOf('build/README.md').replace(
      /(by `npm run generate` -->\n).*(<!-- end)/s,
      '$1$2',
    );
    expect(emptied).not.toContain('`LedgerDays`  ');
    expect(written(`Mine.\n${emptied}Mine, too.\n`)).toBe(
      `Mine.\n${contentOf('build/README.md')}Mine, too.\n`,
    );
    expect(written('# Mine\n')).toBeNull();
  });

  it('has the date of the manifest from when it was changed, not from when it was generated', () => {
    const path = 'build/deploy/settings/profile-manifest/io.github.vigil-mac.plist';
    const at = (before: string | null, then: Date) =>
      generatedFiles((asked) => (asked === path ? before : null), then).find((file) => file.path === path)
        ?.content ?? '';
    const first = at(null, now);
    expect(at(first, new Date('2027-01-01T00:00:00Z'))).toBe(first);
    expect(at(first.replace('Warning time', 'Old title'), new Date('2027-01-01T00:00:00Z'))).toContain(
      '<date>2027-01-01T00:00:00Z</date>',
    );
  });
});

describe('the schema for Jamf Pro', () => {
  it('has every setting in the order of the table, each with a default that it takes itself', () => {
    expect(Object.keys(jamf)).toEqual(Object.keys(settingsTable.shape));
    for (const [i, { name }] of rows.entries()) {
      expect(jamf[name]?.property_order).toBe(i + 1);
      expect(jamf[name]?.options.infoText).toContain(name);
      expect(fits(schemaOf(name), schemaOf(name).default), name).toBe(true);
    }
  });

  it('takes what Vigil takes, and nothing else', () => {
    const text = fc.oneof(
      // Any code unit; making the library's own arbitrary of all characters takes seconds.
      fc.array(fc.nat({ max: 0xffff })).map((units) => String.fromCharCode(...units)),
      fc.string({ maxLength: 30 }).map((end) => `https://help.example${end}`),
      fc.tuple(fc.constantFrom('https://', 'http://'), fc.string()).map((parts) => parts.join('')),
      fc
        .tuple(fc.constantFrom('mailto:', 'tel:', 'msteams:', 'jamfselfservice:', '/', 'file:'), fc.string())
        .map((parts) => parts.join('')),
      fc.nat({ max: 1_100 }).map((length) => '/'.padEnd(length, 'x')),
      fc.constantFrom(...rows.flatMap((row) => row.enum ?? [])),
    );
    const scalar = fc.oneof(
      text,
      fc.integer({ min: -5, max: 100 }),
      fc.boolean(),
      fc.double(),
      fc.constant(null),
    );
    const dictionary = fc.dictionary(fc.constantFrom('en', 'de', 'nl', 'ja'), fc.oneof(text, fc.integer()));
    const value = fc.oneof(scalar, dictionary, fc.array(text, { maxLength: 2 }));
    const shape: Readonly<Record<string, z.ZodType>> = settingsTable.shape;
    fc.assert(
      fc.property(value, (any) => {
        const takenBy = (takes: (name: string) => boolean) => rows.map(({ name }) => name).filter(takes);
        expect(takenBy((name) => fits(schemaOf(name), any))).toEqual(
          takenBy((name) => shape[name]?.safeParse(any).success === true),
        );
      }),
    );
  });
});

describe('the manifest for ProfileManifests', () => {
  const settings = manifest.pfm_subkeys.filter(({ pfm_name }) => !pfm_name.startsWith('Payload'));

  it('has every setting, after what every payload has', () => {
    expect(settings.map(({ pfm_name }) => pfm_name)).toEqual(Object.keys(settingsTable.shape));
    expect(manifest.pfm_subkeys.slice(0, 7).map(({ pfm_name }) => pfm_name)).toEqual([
      'PayloadDescription',
      'PayloadDisplayName',
      'PayloadIdentifier',
      'PayloadType',
      'PayloadUUID',
      'PayloadVersion',
      'PayloadOrganization',
    ]);
  });

  it('says the same of each as the schema for Jamf Pro', () => {
    for (const setting of settings) {
      const { type, default: initial, enum: values, minimum, maximum, pattern } = schemaOf(setting.pfm_name);
      expect(setting.pfm_type).toBe(type === 'object' ? 'dictionary' : type);
      expect(setting.pfm_default).toEqual(type === 'object' ? undefined : initial);
      expect(setting.pfm_range_list).toEqual(values);
      expect([setting.pfm_range_min, setting.pfm_range_max]).toEqual([minimum, maximum]);
      expect(setting.pfm_format).toBe(pattern);
    }
  });
});

describe('the sample of a profile', () => {
  it('sets what the table takes, in the domain', () => {
    const [payload, ...others] = profile.PayloadContent;
    expect(others).toEqual([]);
    expect(payload?.PayloadType).toBe(domain);
    const set = Object.entries(payload ?? {}).filter(([name]) => !name.startsWith('Payload'));
    expect(set.length).toBeGreaterThan(3);
    expect(settingsTable.strict().safeParse(Object.fromEntries(set)).error).toBeUndefined();
  });

  it('has UUIDs of its own that never change: a profile replaces the one before by them', () => {
    const all = [profile, ...profile.PayloadContent];
    expect(all.map(({ PayloadUUID }) => PayloadUUID)).toEqual([
      '65381A2A-94BC-5E1D-A501-87A273F261BE',
      '94686F4F-8FD5-50C6-905C-E9761B6D1F88',
    ]);
    for (const { PayloadIdentifier, PayloadUUID } of all)
      expect(payloadUuid(PayloadIdentifier)).toBe(PayloadUUID);
    expect(payloadUuid('another')).toMatch(
      /^[0-9A-F]{8}-[0-9A-F]{4}-5[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/,
    );
  });
});
