import type { Assessment, View } from '../assess/view.ts';
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
    return await followToItsEnd(host, started.attempt.id, newest);
  } finally {
    endInterrupts();
  }
}

async function followToItsEnd(host: CliHost, id: string, newest: Newest<Assessment>): Promise<number> {
  let told = '';
  for (;;) {
    const { view } = await newest.next();
    if (view.attempt?.id !== id) continue;
    const { outcome } = view.attempt;
    if (outcome !== null) {
      const { title, sentence } = outcomeWords(outcome);
      tell(host, message('line', { headline: title, sentence }));
      return outcome.kind === 'signed-in' ? exit.signedIn : exit.notSignedIn;
    }
    const words = say(host.speech, line(view), Date.now());
    if (words !== told) tell(host, line(view));
    told = words;
  }
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
