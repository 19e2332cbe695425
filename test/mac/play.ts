import { setTimeout as delay } from 'node:timers/promises';
import type { Mac } from './mac.ts';
import type { Action, Scenario, Step } from './scenarios.ts';
import { type UntilOptions, until } from './until.ts';

/** For what a busy machine does in seconds: a story that breaks off has told nothing. */
const patienceMs = 60_000;

/** Who sits before the Mac. Both resolve when the click is made, not when what it leads to is over. */
export type Person = {
  readonly clickReactivate: (expected: 'sign-in' | 'refusal') => Promise<void>;
  readonly clickStop: () => Promise<void>;
};

export type PlayOptions = {
  /** 2 plays twice as fast. */
  readonly speed?: number;
  /** Gets each step's sentence when it has become true or is about to; the story waits for it. */
  readonly say?: (sentence: string) => void | Promise<void>;
  readonly signal?: AbortSignal;
  readonly person: Person;
};

/**
 * Plays a scenario on a Mac that was made for it (see `macFor`). Rejects when a step that it has to wait for does not
 * come, and with an AbortError when the signal is aborted; the Mac then stays as it is at that moment.
 */
export async function play(mac: Mac, scenario: Scenario, options: PlayOptions): Promise<void> {
  const patience = patienceOf(options.signal);
  for (const step of scenario.steps) {
    await delay(step.afterMs / (options.speed ?? 1), undefined, { signal: options.signal });
    await condition(mac, step, patience);
    await options.say?.(step.says);
    if (step.does !== undefined) await act(mac, step.does, options);
  }
}

/** Each look asks the Mac's `ps`. */
function patienceOf(signal: AbortSignal | undefined): UntilOptions {
  return { limitMs: patienceMs, everyMs: 100, signal };
}

async function condition(mac: Mac, { awaits }: Step, patience: UntilOptions): Promise<void> {
  if (awaits === 'window-open') await until('a sign-in window is open', () => mac.windowIsOpen(), patience);
  if (awaits === 'agents-ended') {
    await until('the agent has ended', async () => (await mac.agentProcesses()).length === 0, patience);
  }
}

async function act(mac: Mac, action: Action, { speed = 1, signal, person }: PlayOptions): Promise<void> {
  switch (action.kind) {
    case 'age':
      return mac.setLastSignIn(Date.now() - action.ageMs + action.inMs / speed);
    case 'agent-runs':
      await mac.runAgent();
      return;
    case 'answer':
      return mac.answerWindow(action.answer);
    case 'unlock':
      return mac.unlock();
    case 'network':
      return mac.setNetwork(action.state);
    case 'damage-plist':
      return mac.writePlistBytes(action.bytes);
    case 'repair-plist':
      return mac.writePlist({ have_an_Azure_id: true, last_aad_token_timestamp: Date.now() / 1000 });
    case 'click-reactivate':
      await person.clickReactivate(action.expected);
      if (action.expected === 'sign-in') await signInStarted(mac, patienceOf(signal));
      return;
    case 'click-stop':
      return person.clickStop();
  }
}

async function signInStarted(mac: Mac, patience: UntilOptions): Promise<void> {
  const byHand = async () => (await mac.agentProcesses()).some(({ args }) => !args.endsWith('-recurring'));
  await until('the click has started a sign-in', byHand, patience);
}
