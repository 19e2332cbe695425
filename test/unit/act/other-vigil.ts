import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished } from 'vitest';
import type { Mac } from '../../mac/mac.ts';
import { eventually } from './given-mac.ts';

export type OtherVigil = {
  readonly pid: number;
  readonly clickReactivate: () => void;
  /** The next thing that it says. */
  readonly says: () => Promise<unknown>;
  /** Ends it as the system does when it runs out of memory; resolves when it is gone. */
  readonly kill: () => Promise<void>;
};

/** One whose sign-in waits with its window, on a Mac that behaves so. */
export async function otherVigilWaiting(mac: Mac): Promise<OtherVigil & { readonly started: unknown }> {
  const other = await otherVigil(mac.dir);
  other.clickReactivate();
  const started = await other.says();
  await eventually(async () => expect(await mac.windowIsOpen()).toBe(true));
  return { ...other, started };
}

/** Another Vigil beside the one of the test, in a real process; ready to click. */
export async function otherVigil(root: string): Promise<OtherVigil> {
  const script = fileURLToPath(new URL('./other-vigil-process.ts', import.meta.url));
  const child = spawn(process.execPath, [script, root], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const says = async (): Promise<unknown> => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error('The other Vigil has ended without a word.');
    return JSON.parse(value);
  };
  const kill = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  onTestFinished(kill);
  await says();
  return { pid: child.pid ?? 0, clickReactivate: () => child.stdin.write('\n'), says, kill };
}
