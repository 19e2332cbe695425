import type { WindowAnswer } from './agent-behaviour.ts';
import type { MacOptions, NetworkState } from './options.ts';

/**
 * A story on a simulated Mac: how the Mac is at first, and what happens on it, step by step.
 *
 * Vigil reads the wall clock, so a story cannot wait two hours. It moves the last sign-in instead, and only so that
 * the wait for the next moment of interest becomes short: the moment itself (1 h 50 min, 2 h) then comes by the clock,
 * and no change of the plist alone changes the phase. A last sign-in that moves back is more than most Macs ever do,
 * but the published activator script does worse (it writes 0), so Vigil has to take it.
 */
export type Scenario = {
  readonly name: string;
  readonly title: string;
  readonly mac: Omit<MacOptions, 'dir' | 'lastSignInAt'> & { readonly lastSignInAgoMs: number };
  readonly steps: readonly Step[];
};

/** In this order: the pause, the condition, the sentence, the deed. */
export type Step = {
  /** At speed 1. */
  readonly afterMs: number;
  readonly awaits?: 'window-open' | 'agents-ended';
  readonly says: string;
  readonly does?: Action;
};

export type Action =
  /** Moves the last sign-in so that it turns this old in so many milliseconds (at speed 1). */
  | { readonly kind: 'age'; readonly ageMs: number; readonly inMs: number }
  /** launchd's tick; does not wait for the end. */
  | { readonly kind: 'agent-runs' }
  | { readonly kind: 'answer'; readonly answer: WindowAnswer }
  | { readonly kind: 'unlock' }
  | { readonly kind: 'network'; readonly state: NetworkState }
  | { readonly kind: 'damage-plist'; readonly bytes: string }
  | { readonly kind: 'repair-plist' }
  /** The person clicks in Vigil; `refusal` where Vigil is expected to start nothing. */
  | { readonly kind: 'click-reactivate'; readonly expected: 'sign-in' | 'refusal' }
  | { readonly kind: 'click-stop' };

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const warningAgeMs = 110 * minuteMs;
const lapseAgeMs = 120 * minuteMs;

const after = (afterMs: number, says: string, does?: Action): Step => ({
  afterMs,
  says,
  ...(does && { does }),
});
const once = (awaits: 'window-open' | 'agents-ended', says: string): Step => ({ afterMs: 0, awaits, says });
const theEnd = after(3_000, 'The end.');

const warningComes: readonly Step[] = [
  after(0, 'The last sign-in is just under 1 h 50 min old.', {
    kind: 'age',
    ageMs: warningAgeMs,
    inMs: 8_000,
  }),
  after(8_500, 'It is 1 h 50 min old: within ten minutes it lapses.'),
];

const lapseComes: readonly Step[] = [
  after(4_000, 'Minutes pass (here the last sign-in moves back instead of the clock).', {
    kind: 'age',
    ageMs: lapseAgeMs,
    inMs: 4_000,
  }),
  after(5_000, 'Two hours are over. launchd runs the agent.', { kind: 'agent-runs' }),
];

const windowMissed: readonly Step[] = [
  once(
    'window-open',
    'The silent sign-in fails: Conditional Access wants the person. A window opens behind the others.',
  ),
  after(8_000, 'Nobody sees the window, and it gives up.', { kind: 'answer', answer: 'miss' }),
  once('agents-ended', 'The Mac is deactivated: Jamf Pro got an empty token, and the agent stops trying.'),
];

const windowFound: readonly Step[] = [
  after(6_000, 'The person finds the window and signs in.', { kind: 'answer', answer: 'sign-in' }),
  once('agents-ended', 'The Mac stays registered.'),
];

const clicked: readonly Step[] = [
  after(5_000, 'The person clicks "Sign In Again".', { kind: 'click-reactivate', expected: 'sign-in' }),
  once('window-open', 'A sign-in window opens.'),
];

const reactivated: readonly Step[] = [
  ...clicked,
  after(4_000, 'The person signs in.', { kind: 'answer', answer: 'sign-in' }),
  once('agents-ended', 'The Mac is registered again.'),
];

const silentFails = { silent: 'fails', window: 'waits' } as const;
// Vigil may start slowly: what the story begins with must still hold when it is there.
const beforeWarning = { lastSignInAgoMs: warningAgeMs - 5 * minuteMs } as const;
const beforeLapse = { lastSignInAgoMs: lapseAgeMs - 5 * minuteMs } as const;
const deactivatedMac = { registered: false, lastSignInAgoMs: 5 * hourMs, behaviour: silentFails } as const;

/** The first one is the default. */
export const scenarios: readonly [Scenario, ...Scenario[]] = [
  {
    name: 'missed-window',
    title: 'The main job: a sign-in window is missed, the Mac is deactivated, one click repairs it.',
    mac: { ...beforeWarning, behaviour: silentFails },
    steps: [...warningComes, ...lapseComes, ...windowMissed, ...reactivated, theEnd],
  },
  {
    name: 'healthy',
    title: 'Every silent sign-in succeeds: nobody should ever hear of it.',
    mac: beforeWarning,
    steps: [...warningComes, ...lapseComes, once('agents-ended', 'The silent sign-in succeeds.'), theEnd],
  },
  {
    name: 'due-soon',
    title: 'The sign-in will lapse within ten minutes.',
    mac: beforeWarning,
    steps: [...warningComes, theEnd],
  },
  {
    name: 'silent-fails-window-answered',
    title: 'The silent sign-in fails, and the person answers the window in time.',
    mac: { ...beforeLapse, behaviour: silentFails },
    steps: [
      ...lapseComes,
      once('window-open', 'The silent sign-in fails. A window opens.'),
      ...windowFound,
      theEnd,
    ],
  },
  {
    name: 'window-behind-lock',
    title: 'The sign-in window opens while the screen is locked, and waits.',
    mac: { ...beforeLapse, behaviour: silentFails, locked: true },
    steps: [
      after(0, 'The person is at lunch; the screen is locked.'),
      ...lapseComes,
      once('window-open', 'The silent sign-in fails. A window opens where nobody can see it.'),
      after(6_000, 'The person comes back and unlocks the screen.', { kind: 'unlock' }),
      ...windowFound,
      theEnd,
    ],
  },
  {
    name: 'deactivated',
    title: 'A Mac that was deactivated hours ago; one click repairs it.',
    mac: deactivatedMac,
    steps: [
      after(0, 'launchd runs the agent.', { kind: 'agent-runs' }),
      once('agents-ended', 'On a deactivated Mac it does not try.'),
      ...reactivated,
      theEnd,
    ],
  },
  {
    name: 'reactivation-fails',
    title: 'The click leads to a sign-in that Microsoft refuses.',
    mac: deactivatedMac,
    steps: [
      ...clicked,
      after(4_000, 'The person signs in, and is refused.', { kind: 'answer', answer: 'fail' }),
      once('agents-ended', 'The Mac stays deactivated.'),
      theEnd,
    ],
  },
  {
    name: 'reactivation-cancelled',
    title: 'The click leads to a window that the person closes.',
    mac: deactivatedMac,
    steps: [
      ...clicked,
      after(4_000, 'The person closes it.', { kind: 'answer', answer: 'close' }),
      once('agents-ended', 'The Mac stays deactivated.'),
      theEnd,
    ],
  },
  {
    name: 'reactivation-hangs',
    title: 'The click leads to a window that never comes to an end, until the person stops it.',
    mac: { ...deactivatedMac, behaviour: { silent: 'fails', window: 'hangs' } },
    steps: [
      ...clicked,
      after(12_000, 'Nothing happens in it. The person clicks "Stop Sign-In".', { kind: 'click-stop' }),
      once('agents-ended', 'The Mac stays deactivated.'),
      theEnd,
    ],
  },
  {
    name: 'offline',
    title: 'Without a network both sign-ins fail, which deactivates the Mac; a click waits for the network.',
    mac: { ...beforeLapse, network: 'offline', behaviour: silentFails },
    steps: [
      after(0, 'The Mac is on a train, without a network.'),
      ...lapseComes,
      once('agents-ended', 'Both sign-ins fail at once, for want of a network: the Mac is deactivated.'),
      after(5_000, 'The person clicks "Sign In Again", too early.', {
        kind: 'click-reactivate',
        expected: 'refusal',
      }),
      after(5_000, 'The network is back.', { kind: 'network', state: 'online' }),
      ...reactivated,
      theEnd,
    ],
  },
  {
    name: 'agent-missing',
    title: 'The LaunchAgent is not installed, so nobody renews the sign-in.',
    mac: { ...beforeLapse, launchAgent: false },
    steps: [...lapseComes, after(3_000, 'Nothing happened: there is no agent to run.'), theEnd],
  },
  {
    name: 'jamf-11.12',
    title: 'A Jamf Pro without a recurring sign-in: nothing lapses.',
    mac: { lastSignInAgoMs: 26 * hourMs, jamfVersion: '11.12.0' },
    steps: [
      after(0, 'The last sign-in was yesterday. From Jamf Pro 11.5 on that is in order.'),
      after(4_000, 'A LaunchAgent from before runs the agent.', { kind: 'agent-runs' }),
      once('agents-ended', 'It has nothing to do.'),
      theEnd,
    ],
  },
  {
    name: 'standard-user',
    title: 'A person without admin rights: the log cannot be read, the plist alone has to tell.',
    mac: { ...beforeLapse, standardUser: true, behaviour: silentFails },
    steps: [...lapseComes, ...windowMissed, ...reactivated, theEnd],
  },
  {
    name: 'unreadable-plist',
    title: 'The plist is damaged for a while.',
    mac: { lastSignInAgoMs: 30 * minuteMs },
    steps: [
      after(4_000, 'The plist is replaced by the first bytes of one.', {
        kind: 'damage-plist',
        bytes: 'bplist00\u00d1',
      }),
      after(6_000, 'The agent writes it anew.', { kind: 'repair-plist' }),
      theEnd,
    ],
  },
];

/** How the Mac is made that a scenario is played on; to be called just before it is made. */
export function macFor({ mac }: Scenario): Omit<MacOptions, 'dir'> {
  const { lastSignInAgoMs, ...options } = mac;
  return { ...options, lastSignInAt: Date.now() - lastSignInAgoMs };
}

export function findScenario(name: string): Scenario | undefined {
  return scenarios.find((scenario) => scenario.name === name);
}
