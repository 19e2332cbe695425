import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Readable } from 'node:stream';

/** A display and a session bus that nobody else uses: tests see no desktop of a person, and no person sees them. */
export type Session = {
  /** What programs have to find in their environment to run there. */
  readonly env: { readonly DISPLAY: string; readonly DBUS_SESSION_BUS_ADDRESS: string };
  readonly end: () => Promise<void>;
};

/** Linux only, as root or not. */
export async function startSession(): Promise<Session> {
  const screen = ['-screen', '0', '1280x1024x24', '-nolisten', 'tcp'];
  const display = spawn('Xvfb', ['-displayfd', '3', ...screen], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const configuration = `--config-file=${join(import.meta.dirname, 'session-bus.conf')}`;
  const bus = spawn('dbus-daemon', [configuration, '--nofork', '--print-address=3'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const end = async () => {
    await Promise.all([display, bus].map(endProcess));
  };
  try {
    const [number, address] = await Promise.all([firstLine(display), firstLine(bus)]);
    return { env: { DISPLAY: `:${number}`, DBUS_SESSION_BUS_ADDRESS: address }, end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** Both say on their file descriptor 3 where they can be reached, as soon as they can. */
async function firstLine(child: ChildProcess): Promise<string> {
  const output = child.stdio[3];
  if (!(output instanceof Readable)) throw new Error(`${child.spawnfile} has no descriptor 3`);
  let text = '';
  for await (const chunk of output) {
    text += String(chunk);
    if (text.includes('\n')) return text.trim();
  }
  throw new Error(`${child.spawnfile} ended before it could be reached`);
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  child.kill();
  await once(child, 'exit');
}
