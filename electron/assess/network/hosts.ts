/** Whose host it is, and so who is expected to have issued its certificate. */
export type HostOwner = 'apple' | 'microsoft';

export type HostPurpose = 'association' | 'sign-in' | 'registration' | 'service-settings';

/** Whether a network may open and re-encrypt what goes to the host (TLS inspection). */
export type Inspection =
  | { readonly rule: 'never' }
  /** From this version of macOS on it does no harm by itself; with Platform SSO it always does. */
  | { readonly rule: 'tolerated'; readonly fromMacOs: number }
  /** No source says anything. */
  | { readonly rule: 'unsaid' };

export type NetworkHost = {
  readonly host: string;
  readonly owner: HostOwner;
  readonly purpose: HostPurpose;
  /** `sovereign`: only where the organisation is in that national cloud. */
  readonly needed: 'always' | 'sovereign';
  readonly inspection: Inspection;
  /** What to ask it for. Any answer at all says that it can be reached. */
  readonly path: string;
  readonly source: string;
};

const ssoPlugin = 'Microsoft, "Enterprise SSO plug-in for Apple devices", requirements';
const registrationList =
  'Microsoft, "Plan your device deployment", and public clean-up scripts for the names';

/** As macOS itself asks Apple's copy of the association files, of the host that the sign-in goes to. */
const association = {
  owner: 'apple',
  purpose: 'association',
  needed: 'always',
  inspection: { rule: 'never' },
  path: '/a/v1/login.microsoftonline.com',
  source: ssoPlugin,
} as const;

/**
 * Up to macOS 12 the Mac asked these hosts for association files, too; "versions released before 2022" are Microsoft's
 * words for it.
 */
const signIn = {
  owner: 'microsoft',
  purpose: 'sign-in',
  needed: 'always',
  inspection: { rule: 'tolerated', fromMacOs: 13 },
  path: '/',
  source: ssoPlugin,
} as const;

const sovereign = { ...signIn, needed: 'sovereign' } as const;

/** A client certificate is part of the connection, which cannot be opened without losing it. */
const registration = {
  owner: 'microsoft',
  purpose: 'registration',
  needed: 'always',
  inspection: { rule: 'never' },
  path: '/',
  source: registrationList,
} as const;

/** The hosts that a sign-in needs, the most delicate first. */
export const networkHosts: readonly NetworkHost[] = [
  { host: 'app-site-association.cdn-apple.com', ...association },
  { host: 'app-site-association.networking.apple', ...association },
  { host: 'login.microsoftonline.com', ...signIn },
  { host: 'login.microsoft.com', ...signIn },
  { host: 'sts.windows.net', ...signIn },
  { host: 'enterpriseregistration.windows.net', ...registration },
  { host: 'device.login.microsoftonline.com', ...registration },
  {
    host: 'config.edge.skype.com',
    owner: 'microsoft',
    purpose: 'service-settings',
    needed: 'always',
    inspection: { rule: 'unsaid' },
    path: '/',
    source: ssoPlugin,
  },
  { host: 'login.partner.microsoftonline.cn', ...sovereign },
  { host: 'login.chinacloudapi.cn', ...sovereign },
  { host: 'login.microsoftonline.us', ...sovereign },
  { host: 'login-us.microsoftonline.com', ...sovereign },
];
