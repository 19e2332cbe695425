/** What kind of trouble a code stands for. Findings are made of these, not of single numbers. */
export const codeCategories = [
  /** The person has to show up at a sign-in window, for a rule, a proof or an expired session. */
  'sign-in-needed',
  'no-account',
  'several-accounts',
  'wrong-account',
  'account-blocked',
  'password',
  'biometrics',
  'cancelled',
  /** The sign-in window could not be shown. */
  'window',
  'device-registration',
  /** A rule of the organisation refuses, and no sign-in changes that. */
  'policy',
  /** The app or the tenant is set up wrongly. */
  'configuration',
  'sso-extension',
  'no-sso-extension',
  /** What single sign-on says, among other things, where the network keeps macOS from trusting its addresses. */
  'sso-association',
  'network',
  /** Something between the Mac and Microsoft altered the conversation. */
  'interference',
  'server',
  'throttled',
  'storage',
  'retry',
  /** A step inside the library; says nothing about the cause by itself. */
  'library',
  'unknown',
] as const;
export type CodeCategory = (typeof codeCategories)[number];

/** Who can do something about it. */
export type Actor = 'person' | 'it' | 'either' | 'nobody';

export type CodeFamily =
  | 'msid'
  | 'msal'
  | 'oauth'
  | 'sub-error'
  | 'appsso'
  | 'authorization'
  | 'nsurl'
  | 'http'
  | 'keychain'
  | 'other'
  | 'aadsts';

/** A code with what is known of it. An unknown one keeps its number. */
export type Explained = {
  readonly family: CodeFamily;
  readonly code: number | string;
  /** Null where the code is unknown. */
  readonly name: string | null;
  /** One plain sentence for an IT reader. */
  readonly meaning: string;
  readonly category: CodeCategory;
  readonly acts: Actor;
};

export type CodeTable<Code> = {
  readonly known: readonly Explained[];
  readonly explain: (code: Code) => Explained;
};

type NamedRow<Code> = readonly [code: Code, name: string, meaning: string];
/** Of codes that are their own name. */
type PlainRow<Code> = readonly [code: Code, meaning: string];

/** Rows of one category and one actor, so that each row stays one line. */
export type CodeGroup<Row> = {
  readonly category: CodeCategory;
  readonly acts: Actor;
  readonly rows: readonly Row[];
};

export function group<Row>(category: CodeCategory, acts: Actor, rows: readonly Row[]): CodeGroup<Row> {
  return { category, acts, rows };
}

export function namedCodes<Code extends number | string>(
  family: CodeFamily,
  groups: readonly CodeGroup<NamedRow<Code>>[],
): readonly Explained[] {
  return groups.flatMap(({ category, acts, rows }) =>
    rows.map(([code, name, meaning]) => ({ family, code, name, meaning, category, acts })),
  );
}

export function plainCodes<Code extends number | string>(
  family: CodeFamily,
  prefix: string,
  groups: readonly CodeGroup<PlainRow<Code>>[],
): readonly Explained[] {
  return groups.flatMap(({ category, acts, rows }) =>
    rows.map(([code, meaning]) => ({ family, code, name: `${prefix}${code}`, meaning, category, acts })),
  );
}

export function codeTable<Code extends number | string>(
  family: CodeFamily,
  known: readonly Explained[],
): CodeTable<Code> {
  const byCode = new Map(known.map((row) => [row.code, row]));
  return { known, explain: (code) => byCode.get(code) ?? unknownCode(family, code) };
}

function unknownCode(family: CodeFamily, code: number | string): Explained {
  return {
    family,
    code,
    name: null,
    meaning: `Vigil does not know the code ${code}.`,
    category: 'unknown',
    acts: 'it',
  };
}
