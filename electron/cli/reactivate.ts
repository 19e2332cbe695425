import type { Started } from '../act/reactivate.ts';
import { wholeSecond } from '../assess/agent-run.ts';
import type { Assessment, Outcome, View } from '../assess/view.ts';
import type { MacWatch } from '../watch-mac.ts';
import { actionWords } from '../words/action-words.ts';
import { type Message, message } from '../words/catalog.ts';
import { line } from '../words/describe.ts';
import { cannotStartWords, outcomeWords } from '../words/outcome-words.ts';
import { say } from '../words/speech.ts';
import type { CliHost } from './host.ts';
import { watchFromTerminal } from './watch.ts';

const exit = { signedIn: 0, notSignedIn: 1 } as const;

/** Signs in again and says what came of it. */
export async function reactivate(host: CliHost, { yes }: { readonly yes: boolean }): Promise<number> {
  const newest = new Newest<Assessment>();
  const mac = watchFromTerminal(host, (assessment) => newest.push(assessment));
  try {
    await mac.start();
    await mac.engine.refresh();
    const { view } = await newest.next();
    const refusal = await whyNot(host, view, yes);
    if (refusal !== null) {
      tell(host, refusal);
      return exit.notSignedIn;
    }
    return await signIn(host, mac, newest);
  } finally {
    await mac.stop();
  }
}

/** Why nothing is started; null when nothing speaks against it and, on a Mac that works, the person has agreed. */
async function whyNot(host: CliHost, view: View, yes: boolean): Promise<Message | null> {
  const { action } = view;
  if (action.kind === 'none') return line(view);
  if (action.kind === 'stop') return cannotStartWords('attempt-running', null);
  if (action.kind === 'blocked') return cannotStartWords(action.why, action.until);
  const confirm = actionWords(view)?.confirm ?? null;
  if (yes || confirm === null) return null;
  tell(host, confirm.sentence);
  if (host.confirm === null) return message('terminal.needs-yes');
  const agreed = await host.confirm(say(host.speech, confirm.title, Date.now()));
  return agreed ? null : message('terminal.left-alone');
}

async function signIn(host: CliHost, mac: MacWatch, newest: Newest<Assessment>): Promise<number> {
  const endInterrupts = stopAtSecondInterrupt(host, mac);
  try {
    const started = await mac.signIn('cli');
    if (started.kind === 'could-not-start') {
      tell(host, cannotStartWords(started.why, started.until));
      return exit.notSignedIn;
    }
    return await followToItsEnd(host, started, mac, newest);
  } finally {
    endInterrupts();
  }
}

async function followToItsEnd(
  host: CliHost,
  { attempt, ended }: Started,
  mac: MacWatch,
  newest: Newest<Assessment>,
): Promise<number> {
  let told = '';
  let isOver = false;
  void ended.then(async () => {
    await mac.engine.refresh();
    isOver = true;
    if (mac.engine.assessment !== null) newest.push(mac.engine.assessment);
  });
  for (;;) {
    const { view } = await newest.next();
    const seen = view.attempt?.id === attempt.id ? view.attempt : null;
    if (seen === null && isOver) return tellState(host, view, attempt.startedAt);
    if (seen === null) continue;
    if (seen.outcome !== null) return tellOutcome(host, seen.outcome);
    const words = say(host.speech, line(view), Date.now());
    if (words !== told) tell(host, line(view));
    told = words;
  }
}

function tellOutcome(host: CliHost, outcome: Outcome): number {
  const { title, sentence } = outcomeWords(outcome);
  tell(host, message('line', { headline: title, sentence }));
  return outcome.kind === 'signed-in' ? exit.signedIn : exit.notSignedIn;
}

/** Where the record of the sign-in is gone, as after an end on a full disk: what the Mac says of itself is left. */
function tellState(host: CliHost, view: View, startedAt: number): number {
  tell(host, line(view));
  const signedInAt = view.lastSignInAt ?? Number.NEGATIVE_INFINITY;
  return signedInAt >= wholeSecond(startedAt) ? exit.signedIn : exit.notSignedIn;
}

/** Somebody may be in the middle of the window: the first Ctrl-C only says how to stop it. */
function stopAtSecondInterrupt(host: CliHost, mac: MacWatch): () => void {
  let interrupts = 0;
  return host.onInterrupt(() => {
    interrupts += 1;
    if (interrupts === 1) tell(host, message('terminal.interrupted'));
    if (interrupts === 2) void mac.stopSignIn();
  });
}

function tell({ stdout, speech }: CliHost, words: Message): void {
  stdout.write(`${say(speech, words, Date.now())}\n`);
}

/** The newest of many values, for one reader who does not need those in between. */
class Newest<T> {
  #value: T | null = null;
  #waiting: ((value: T) => void) | null = null;

  push(value: T): void {
    if (this.#waiting === null) this.#value = value;
    else this.#waiting(value);
    this.#waiting = null;
  }

  /** The newest value that was not read yet, as soon as there is one. */
  next(): Promise<T> {
    const value = this.#value;
    this.#value = null;
    if (value !== null) return Promise.resolve(value);
    return new Promise((resolve) => {
      this.#waiting = resolve;
    });
  }
}
