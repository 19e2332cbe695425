import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { constants } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { markedProcesses } from './marked-processes.ts';

/** Every process that our children start inherits it. */
const MARK = 'VIGIL_STARTED_BY';
/** How long they may take to clean up after themselves before they are killed. */
const END_LIMIT_MS = 4_000;

export type RunOptions = {
  readonly env?: Readonly<Record<string, string>>;
  /** What to do with what it prints: show it (the default) or drop it. */
  readonly output?: 'inherit' | 'ignore';
};

/** The processes that this one has started, and all that those start: ended together. */
export class Children {
  readonly #id = randomUUID();
  readonly #running = new Set<ChildProcess>();

  /** Resolves with its exit code; 128 + the number of a signal, as in a shell, for one that was ended. */
  async run(file: string, args: readonly string[], options: RunOptions = {}): Promise<number> {
    const { env = {}, output = 'inherit' } = options;
    const child = spawn(file, args, {
      // A group of its own: Ctrl-C in the terminal reaches us alone, and we reach all of it.
      detached: true,
      env: { ...process.env, ...env, [MARK]: this.#id },
      stdio: ['ignore', output, output],
    });
    this.#running.add(child);
    const { promise, resolve, reject } = Promise.withResolvers<number>();
    child.once('error', reject);
    child.once('exit', (code, signal) =>
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])),
    );
    return promise.finally(() => this.#running.delete(child));
  }

  /** Asks all of them to end, and kills those that have not within a few seconds. */
  async end(): Promise<void> {
    for (const child of this.#running) signalGroup(child, 'SIGTERM');
    const giveUpAt = Date.now() + END_LIMIT_MS;
    while (Date.now() < giveUpAt && (await this.#someLeft())) await delay(50);
    for (const child of this.#running) signalGroup(child, 'SIGKILL');
    for (const { pid } of await markedProcesses(MARK, this.#id)) signal(pid, 'SIGKILL');
  }

  async #someLeft(): Promise<boolean> {
    return this.#running.size > 0 || (await markedProcesses(MARK, this.#id)).length > 0;
  }
}

/** Ends this process in order when somebody stops it: cleans up first, however often they press Ctrl-C. */
export function onInterrupt(cleanUp: () => Promise<void>): void {
  let interrupted = false;
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(name, () => {
      if (interrupted) return;
      interrupted = true;
      void cleanUp().finally(() => process.exit(128 + constants.signals[name]));
    });
  }
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
