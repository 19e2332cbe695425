import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { constants } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { endWithReader } from '../electron/cli/broken-pipe.ts';
import { markedProcesses } from './marked-processes.ts';

/** Every process that our children start inherits it. */
const MARK = 'VIGIL_STARTED_BY';
/** How long they may take to clean up after themselves before they are asked again, and then killed. */
const PATIENCE_MS = 2_000;

export type RunOptions = {
  readonly env?: Readonly<Record<string, string>>;
  /** What to do with what it prints: show it (the default), drop it, or write it to an open file. */
  readonly output?: 'inherit' | 'ignore' | number;
};

export type Child = {
  /** Its exit code; 128 + the number of the signal, as in a shell, if a signal ended it. Rejects if it cannot start. */
  readonly ended: Promise<number>;
  readonly signal: (name: NodeJS.Signals) => void;
};

/** The processes that this one has started, and all that those start: ended together. */
export class Children {
  readonly #id = randomUUID();
  readonly #running = new Set<ChildProcess>();

  start(file: string, args: readonly string[], { env = {}, output = 'inherit' }: RunOptions = {}): Child {
    const child = spawn(file, args, {
      // A group of its own: Ctrl-C in the terminal reaches us alone, and we reach all of it.
      detached: true,
      env: { ...process.env, ...env, [MARK]: this.#id },
      stdio: ['ignore', output, output],
    });
    this.#running.add(child);
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    child.once('error', reject);
    child.once('exit', (code, name) => resolve(code ?? 128 + (name === null ? 0 : constants.signals[name])));
    const ended = promise.finally(() => this.#running.delete(child));
    return { ended, signal: (name) => signalGroup(child, name) };
  }

  /** Starts it and waits for its exit code. */
  async run(file: string, args: readonly string[], options: RunOptions = {}): Promise<number> {
    return this.start(file, args, options).ended;
  }

  /** Asks all of them to end as Ctrl-C would, then firmly, and kills those that have not within a few seconds. */
  async end(): Promise<void> {
    for (const name of ['SIGINT', 'SIGTERM'] as const) {
      for (const child of this.#running) signalGroup(child, name);
      await this.#allEnded();
    }
    for (const child of this.#running) signalGroup(child, 'SIGKILL');
    for (const { pid } of await markedProcesses(MARK, this.#id)) signal(pid, 'SIGKILL');
  }

  async #allEnded(): Promise<void> {
    const giveUpAt = Date.now() + PATIENCE_MS;
    while (Date.now() < giveUpAt && (await this.#someLeft())) await delay(50);
  }

  async #someLeft(): Promise<boolean> {
    return this.#running.size > 0 || (await markedProcesses(MARK, this.#id)).length > 0;
  }
}

/** Ends this process in order when somebody stops it or reads no further: cleans up first, however often they press Ctrl-C. */
export function onInterrupt(cleanUp: () => Promise<void>): void {
  let isEnding = false;
  const end = (exitCode: number) => {
    if (isEnding) return;
    isEnding = true;
    void cleanUp().finally(() => process.exit(exitCode));
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => end(128 + constants.signals[name]));
  }
  endWithReader(process, end);
}

function signalGroup(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid !== undefined) signal(-child.pid, name);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended in the meantime.
  }
}
