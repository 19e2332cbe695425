import type { CodeCategory, Explained } from '../codes/code-table.ts';
import { isBefore, type JamfVersion } from '../jamf-version.ts';
import type { FindingId } from './finding.ts';

/** What a step costs whoever it concerns; said before anybody takes it. */
export type StepCost =
  /** A window opens and has to be finished. */
  | 'window'
  /** The Mac works: closing that window would switch its access off. */
  | 'window-stakes'
  | 'restart'
  | 'new-password-everywhere'
  | 'apps-ask-again'
  | 'no-access-meanwhile'
  | 'other-browser'
  | 'no-security-keys'
  | 'less-inspection'
  | 'looser-rule'
  | 'server-update'
  | 'more-disk';

type StepKind = { readonly by: 'person' | 'it'; readonly cost: StepCost | null };

/** Every step that Vigil ever advises. None deletes anything of the person's, and none signs in as root. */
const stepKinds = {
  'sign-in-again': { by: 'person', cost: 'window' },
  'sign-in-now': { by: 'person', cost: 'window-stakes' },
  'finish-window': { by: 'person', cost: null },
  'connect-network': { by: 'person', cost: null },
  'try-other-network': { by: 'person', cost: null },
  'open-network-login': { by: 'person', cost: null },
  'close-other-window': { by: 'person', cost: null },
  'use-known-browser': { by: 'person', cost: 'other-browser' },
  'add-browser-extension': { by: 'person', cost: null },
  'change-password': { by: 'person', cost: 'new-password-everywhere' },
  'pick-work-account': { by: 'person', cost: null },
  'sign-out-spare-accounts': { by: 'person', cost: 'apps-ask-again' },
  'repair-registration': { by: 'person', cost: 'no-access-meanwhile' },
  'register-by-self-service': { by: 'person', cost: null },
  'restart-mac': { by: 'person', cost: 'restart' },
  'unlock-keychain': { by: 'person', cost: 'restart' },
  wait: { by: 'person', cost: null },
  'ask-it': { by: 'person', cost: null },
  'look-up-sign-in': { by: 'it', cost: null },
  'review-rules': { by: 'it', cost: 'looser-rule' },
  'exclude-registration-app': { by: 'it', cost: 'looser-rule' },
  'check-device': { by: 'it', cost: null },
  'check-account': { by: 'it', cost: null },
  'unlock-account': { by: 'it', cost: null },
  'check-app': { by: 'it', cost: null },
  'check-sso-profile': { by: 'it', cost: null },
  'update-company-portal': { by: 'it', cost: null },
  'exempt-apple-hosts': { by: 'it', cost: 'less-inspection' },
  'exempt-sign-in-hosts': { by: 'it', cost: 'less-inspection' },
  'reset-associations': { by: 'it', cost: null },
  'update-macos': { by: 'it', cost: 'restart' },
  'update-jamf': { by: 'it', cost: 'server-update' },
  'embed-window': { by: 'it', cost: 'no-security-keys' },
  'check-agent': { by: 'it', cost: null },
  'run-as-person': { by: 'it', cost: null },
  'check-service-health': { by: 'it', cost: null },
  'log-more': { by: 'it', cost: 'more-disk' },
  'relay-log': { by: 'it', cost: 'more-disk' },
  'correct-setting': { by: 'it', cost: null },
} as const satisfies Readonly<Record<string, StepKind>>;

export type StepId = keyof typeof stepKinds;
export const stepIds: readonly StepId[] = Object.keys(stepKinds) as StepId[];

export type Step = StepKind & {
  readonly id: StepId;
  /** To which version, where the step updates something. */
  readonly version: string | null;
};

/** What the steps depend on; null where it is not known, as in a log file alone. */
export type Circumstances = {
  readonly deactivated: boolean | null;
  readonly jamf: JamfVersion | null;
  readonly macOs: string | null;
  readonly codes: readonly Explained[];
};

/** What to do about it, in this order. */
export function stepsOf(id: FindingId, given: Circumstances): readonly Step[] {
  const signIn = given.deactivated === false ? 'sign-in-now' : 'sign-in-again';
  return advice[id](given).map((step) => {
    const [wanted, version] = typeof step === 'string' ? [step, null] : step;
    const stepId = wanted === 'sign-in-again' ? signIn : wanted;
    return { id: stepId, ...stepKinds[stepId], version };
  });
}

type Advised = StepId | readonly [id: StepId, version: string];

/** `sign-in-again` stands for whichever sign-in fits the Mac's state. */
const advice: Readonly<Record<FindingId, (given: Circumstances) => readonly Advised[]>> = {
  offline: () => ['connect-network', 'sign-in-again'],
  'ran-as-root': () => ['run-as-person', 'sign-in-again'],
  'window-cancelled': () => ['sign-in-again', 'finish-window', 'look-up-sign-in'],
  'window-missed': () => ['sign-in-again', 'finish-window', 'look-up-sign-in'],
  'window-not-shown': () => ['close-other-window', 'use-known-browser', 'sign-in-again', 'embed-window'],
  'password-expired': () => ['change-password', 'sign-in-again', 'look-up-sign-in'],
  'account-blocked': () => ['ask-it', 'look-up-sign-in', 'unlock-account'],
  'wrong-account': () => ['sign-in-again', 'pick-work-account', 'look-up-sign-in', 'check-account'],
  'registration-broken': registrationAdvice,
  'conditional-access': conditionalAccessAdvice,
  'sso-extension-dead': () => ['restart-mac', 'sign-in-again', 'update-company-portal'],
  'sso-extension-missing': () => ['ask-it', 'check-sso-profile', 'update-company-portal'],
  'sso-extension-network': networkAdvice,
  'network-interference': () => ['open-network-login', 'try-other-network', 'exempt-sign-in-hosts'],
  'multiple-accounts': accountsAdvice,
  'app-misconfigured': () => ['ask-it', 'look-up-sign-in', 'check-app'],
  'keychain-trouble': () => ['unlock-keychain', 'sign-in-again'],
  'server-trouble': () => ['wait', 'check-service-health'],
  throttled: () => ['wait', 'look-up-sign-in'],
  'cause-unknown': () => ['sign-in-again', 'look-up-sign-in', 'log-more'],
  'agent-not-running': () => ['ask-it', 'check-agent'],
  'logs-rolled-over': () => ['sign-in-again', 'look-up-sign-in', 'log-more'],
  'recurring-removed': () => [],
  'log-access-denied': () => ['relay-log'],
  'setting-invalid': () => ['correct-setting'],
};

function registrationAdvice({ codes }: Circumstances): readonly Advised[] {
  // The certificate is there and the browser does not show it.
  if (has(codes, 530_003)) return ['add-browser-extension', 'check-device', 'repair-registration'];
  if (codes.length === 0) return ['register-by-self-service', 'check-device'];
  return ['check-device', 'repair-registration', 'sign-in-again', 'look-up-sign-in'];
}

function conditionalAccessAdvice({ codes }: Circumstances): readonly Advised[] {
  // Signing in makes Jamf Pro report the Mac again, which cures a state that was never reported.
  if (has(codes, 53_000)) {
    return ['sign-in-again', 'look-up-sign-in', 'check-device', 'exclude-registration-app'];
  }
  if (leads(codes, 'policy'))
    return ['ask-it', 'look-up-sign-in', 'review-rules', 'exclude-registration-app'];
  return ['sign-in-again', 'finish-window', 'look-up-sign-in', 'review-rules'];
}

function networkAdvice({ macOs }: Circumstances): readonly Advised[] {
  // Before 14.3 macOS minded proxies on hosts that have nothing to do with it (published guide).
  const old = macOs !== null && isOlder(macOs, 14, 3);
  return [
    'try-other-network',
    'exempt-apple-hosts',
    ...(old ? [['update-macos', '14.3'] as const] : []),
    'reset-associations',
    'check-sso-profile',
  ];
}

function accountsAdvice({ jamf }: Circumstances): readonly Advised[] {
  const old = jamf === null || isBefore(jamf, [11, 3]);
  return [
    'pick-work-account',
    'sign-out-spare-accounts',
    ...(old ? [['update-jamf', '11.3'] as const] : []),
    'look-up-sign-in',
  ];
}

function has(codes: readonly Explained[], code: number): boolean {
  return codes.some((explained) => explained.family === 'aadsts' && explained.code === code);
}

function leads(codes: readonly Explained[], category: CodeCategory): boolean {
  return codes.find((explained) => explained.category !== 'library')?.category === category;
}

function isOlder(version: string, major: number, minor: number): boolean {
  const match = /^(\d{1,4})(?:\.(\d{1,4}))?/.exec(version);
  if (match === null) return false;
  return isBefore([Number(match[1]), Number(match[2] ?? 0)], [major, minor]);
}
