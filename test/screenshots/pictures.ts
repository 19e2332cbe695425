import { minuteMs } from '../../electron/assess/rules.ts';
import type { PopoverScreen } from '../e2e/support/screens.ts';
import type { VigilApp } from '../e2e/support/vigil-app.ts';
import type { Mac } from '../mac/mac.ts';
import type { MacOptions } from '../mac/options.ts';
import { until } from '../mac/until.ts';

declare global {
  /** How far the clock of a Vigil that was started for it is put ahead. */
  var clockAheadMs: number | undefined;
}

/** One state of a Mac, and how it comes about. */
export type Picture = {
  /** Of its file, without ".png". */
  readonly name: string;
  readonly mac?: Omit<MacOptions, 'dir' | 'lastSignInAt'>;
  readonly signedInAgoMin?: number;
  /** By default the organisation has seen to it that nobody is asked. */
  readonly asksForNotifications?: true;
  readonly beforeVigil?: (mac: Mac) => void | Promise<void>;
  /** A Vigil whose clock can be put ahead. */
  readonly withClock?: true;
  readonly underVigil?: (mac: Mac, vigil: VigilApp) => Promise<void>;
  readonly inPopover?: (popover: PopoverScreen) => Promise<void>;
  /** A part of what the popover says when the picture is taken. */
  readonly says: string;
  readonly alsoDark?: true;
};

const waits = { silent: 'fails', window: 'waits' } as const;
/** The Mac was deactivated before the eyes of the log. */
const deactivated = {
  mac: { behaviour: { silent: 'fails', window: 'miss', windowMs: 0 } },
  signedInAgoMin: 122,
  beforeVigil: windowWasMissed,
} as const;
/** Nothing on it tells how it came about. */
const foundDeactivated = { registered: false, behaviour: waits } as const;
const signInAgain = (popover: PopoverScreen) => popover.press('Sign In Again');

export const pictures: readonly Picture[] = [
  { name: 'protected', says: 'Sign-in in order', alsoDark: true },
  { name: 'first-opened', asksForNotifications: true, says: 'Turn On Notifications' },
  {
    name: 'details',
    mac: { jamfVersion: '11.12.1' },
    signedInAgoMin: 26 * 60,
    inPopover: (popover) => popover.openDetails(),
    says: 'Last sign-in',
  },
  { name: 'sign-in-now', inPopover: (popover) => popover.press('Sign In Now…'), says: 'Sign in now?' },
  { name: 'due-soon', signedInAgoMin: 113, says: 'Next check soon' },
  {
    name: 'due-soon-at-risk',
    signedInAgoMin: 113,
    beforeVigil: silentSignInFailed,
    says: 'A sign-in window may open soon',
  },
  { name: 'checking', signedInAgoMin: 122, says: 'Checking the sign-in' },
  {
    name: 'window-waiting',
    mac: { behaviour: waits },
    signedInAgoMin: 122,
    underVigil: agentOpensWindow,
    says: 'A sign-in window is waiting',
  },
  {
    name: 'overdue',
    mac: { launchAgent: false },
    signedInAgoMin: 130,
    withClock: true,
    underVigil: timePasses,
    says: 'A check is overdue',
  },
  { name: 'deactivated', ...deactivated, says: 'Sign in to get access back', alsoDark: true },
  {
    name: 'what-happened',
    ...deactivated,
    inPopover: (popover) => popover.press('What happened'),
    says: 'Company access was switched off',
  },
  { name: 'for-it', ...deactivated, inPopover: (popover) => popover.press('For IT'), says: 'invalid_grant' },
  { name: 'offline', mac: { ...foundDeactivated, network: 'offline' }, says: 'This Mac is offline' },
  {
    name: 'reactivating',
    mac: foundDeactivated,
    inPopover: signInAgain,
    says: 'A sign-in window is waiting',
  },
  { name: 'signed-in', mac: { registered: false }, inPopover: signInAgain, says: 'That worked' },
  {
    name: 'sign-in-cancelled',
    mac: { registered: false, behaviour: { silent: 'fails', window: 'close' } },
    inPopover: signInAgain,
    says: 'The sign-in was cancelled',
  },
  { name: 'unregistered', mac: { aadPlist: false }, says: 'Nothing to watch' },
  {
    name: 'unknown',
    beforeVigil: (mac) => mac.writePlistBytes('bplist00\u00d1'),
    says: 'Cannot tell right now',
  },
];

/** Three hours ago, so that the next one is at risk. */
function silentSignInFailed(mac: Mac): void {
  const lines = [
    'Processing an AAD error with error code -51412, error invalid_grant',
    'acquireTokenSilent returning with error: (MSALErrorDomain, -50002) Masked(not-null)',
  ];
  for (const line of lines) {
    mac.appendLog({
      category: 'msal',
      level: 'Error',
      pid: 4242,
      at: Date.now() - 180 * minuteMs,
      message: `TID=4242 MSAL 1.2.14 Mac 15.5.0 [2026-01-01 00:00:00 - 7F6779F2-640C-4FB2-9462-B16C102CF61C] ${line}`,
    });
  }
}

async function windowWasMissed(mac: Mac): Promise<void> {
  await (await mac.runAgent())?.ended;
}

async function agentOpensWindow(mac: Mac): Promise<void> {
  await mac.runAgent();
  await until('the window is open', () => mac.windowIsOpen());
}

/** More than the agent may be late. */
async function timePasses(_mac: Mac, { electron }: VigilApp): Promise<void> {
  await electron.evaluate(({ powerMonitor }, ms) => {
    globalThis.clockAheadMs = ms;
    powerMonitor.emit('unlock-screen');
  }, 25 * minuteMs);
}
