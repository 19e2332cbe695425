import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aadsts } from '../../../../electron/assess/codes/aadsts.ts';
import { appSso, authorization, keychain, nsUrl } from '../../../../electron/assess/codes/apple.ts';
import { codeCategories, type Explained } from '../../../../electron/assess/codes/code-table.ts';
import { explainCodes } from '../../../../electron/assess/codes/explain.ts';
import { msal } from '../../../../electron/assess/codes/msal.ts';
import { msid } from '../../../../electron/assess/codes/msid.ts';
import { oauth, subErrors } from '../../../../electron/assess/codes/oauth.ts';

/** The published codes, one a line, the name behind a code that has one. */
function published(fixture: string): string[] {
  const text = readFileSync(new URL(`./${fixture}.fixture.txt`, import.meta.url), 'utf8');
  return text.trimEnd().split('\n').sort();
}

const tables: readonly (readonly [what: string, known: readonly Explained[], literals: readonly string[]])[] =
  [
    ['MSID codes', msid.known, published('msid')],
    ['MSAL codes', msal.known, published('msal')],
    ['OAuth errors', oauth.known, published('oauth')],
    ['sub-errors', subErrors.known, published('sub-errors')],
    ['AppSSO codes', appSso.known, published('appsso')],
    ['ASAuthorization codes', authorization.known, published('authorization')],
    ['AADSTS codes', aadsts.known, published('aadsts')],
  ];

const all = [...tables.flatMap(([, known]) => known), ...nsUrl.known, ...keychain.known];

describe('the tables of codes', () => {
  it.each(tables.map(([what, known, literals]) => ({ what, known, literals, of: literals.length })))(
    '$known.length of $of $what',
    ({ known, literals }) => {
      const withName = literals.some((literal) => literal.includes(' '));
      const held = known.map(({ code, name }) => (withName ? `${code} ${name}` : String(code)));
      expect(held.sort()).toEqual(literals);
    },
  );

  it(`says of each of ${all.length} codes what is written down here`, async () => {
    const said = all.map(({ family, code, name, category, acts, meaning }) =>
      [family, code, name, category, acts, meaning].join('\t'),
    );
    await expect(`${said.join('\n')}\n`).toMatchFileSnapshot('./meanings.fixture.txt');
  });

  it('every code is explained in one sentence of its own', () => {
    for (const { meaning } of all) expect(meaning).toMatch(/^(?:[A-Z]|macOS )[^\n"']{10,90}\.$/u);
  });

  it('every category is used, and no other', () => {
    const used = new Set(all.map(({ category }) => category));
    used.add('unknown');
    expect([...used].sort()).toEqual([...codeCategories].sort());
  });

  it('MSAL’s codes mean what the code means that they stand for', () => {
    expect(all.filter(({ category }) => category === 'unknown')).toEqual([]);
    expect(msal.explain(-42714)).toEqual({
      ...msid.explain(-51814),
      family: 'msal',
      code: -42714,
      name: 'MSALInternalBrokerNotAvailable',
    });
  });
});

describe('an unknown code keeps its number and says that it is unknown', () => {
  it.each([
    ['MSID', msid.explain(-59_999), -59_999],
    ['MSAL', msal.explain(-1), -1],
    ['AADSTS', aadsts.explain(1234), 1234],
    ['OAuth', oauth.explain('brand_new_error'), 'brand_new_error'],
    ['sub-error', subErrors.explain(''), ''],
    ['AppSSO', appSso.explain(-3), -3],
    ['a name of every object', oauth.explain('constructor'), 'constructor'],
  ])('%s', (_family, explained, code) => {
    expect(explained).toMatchObject({ code, name: null, category: 'unknown', acts: 'it' });
    expect(explained.meaning).toContain(String(code));
  });

  it('one of an unknown domain too', () => {
    expect(explainCodes({ domain: 'NSOSStatusErrorDomain', code: -50 })).toMatchObject([
      { family: 'other', code: -50, category: 'unknown' },
    ]);
  });
});

describe('the codes of a line', () => {
  it('what Entra says goes before what the library makes of it', () => {
    const line = {
      domain: 'MSALErrorDomain',
      code: -50_000,
      internalCode: -42_004,
      oauthError: 'invalid_grant',
      subError: 'basic_action',
      aadsts: 50_076,
    };
    expect(explainCodes(line).map(({ family }) => family)).toEqual([
      'aadsts',
      'sub-error',
      'oauth',
      'msal',
      'msal',
    ]);
  });

  it.each([
    ['without a domain the number tells', { code: -51_412 }, 'MSIDErrorServerInvalidGrant'],
    ['MSAL’s too', { code: -50_000 }, 'MSALErrorInternal'],
    ['a domain of Apple', { domain: 'NSURLErrorDomain', code: -1009 }, 'notConnectedToInternet'],
    ['the keychain', { domain: 'MSIDKeychainErrorDomain', code: -25_308 }, 'interactionNotAllowed'],
    ['HTTP', { httpStatus: 503 }, 'HTTP 503'],
    ['HTTP as a domain', { domain: 'MSIDHttpErrorCodeDomain', code: 429 }, 'HTTP 429'],
  ])('%s', (_rule, line, name) => {
    expect(explainCodes(line)).toMatchObject([{ name }]);
  });

  it.each([
    [403, 'interference'],
    [407, 'interference'],
    [418, 'unknown'],
    [429, 'throttled'],
    [500, 'server'],
  ])('HTTP %i is of the category %s', (httpStatus, category) => {
    expect(explainCodes({ httpStatus })).toMatchObject([{ code: httpStatus, category }]);
  });
});
