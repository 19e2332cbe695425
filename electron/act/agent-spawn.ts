import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AttemptEnd } from '../assess/facts.ts';
import type { MacPaths } from '../paths.ts';
import { openOutput } from './agent-output.ts';

export type Spawned =
  | { readonly kind: 'spawned'; readonly pid: number; readonly exited: Promise<AttemptEnd['how']> }
  /** `why` is the system's code, such as EACCES. */
  | { readonly kind: 'failed'; readonly why: string };

/**
 * Starts a sign-in that is independent of Vigil: a session of its own, so that nothing that ends Vigil ends it, and
 * output that goes straight into a file. Never rejects.
 */
export async function spawnAgent(executable: string, paths: MacPaths, userName: string): Promise<Spawned> {
  try {
    const output = await openOutput(paths.vigil.attemptOutput);
    try {
      const child = spawn(executable, ['gatherAADInfo'], {
        cwd: '/',
        detached: true,
        env: agentEnvironment(paths.home, userName, process.env),
        stdio: ['ignore', output.fd, output.fd],
      });
      return await settled(child);
    } finally {
      await output.close();
    }
  } catch (error) {
    return {
      kind: 'failed',
      why: error instanceof Error && 'code' in error ? String(error.code) : String(error),
    };
  }
}

/** Rejects with what kept it from starting. */
async function settled(child: ChildProcess): Promise<Spawned> {
  const exited = once(child, 'exit').then(([code, signal]): AttemptEnd['how'] => ({
    kind: 'exited',
    code,
    signal,
  }));
  exited.catch(() => {}); // an error before the start rejects both
  await once(child, 'spawn');
  if (child.pid === undefined) return { kind: 'failed', why: 'no process id' };
  child.unref();
  return { kind: 'spawned', pid: child.pid, exited };
}

/**
 * What launchd gives to the person's agents, and nothing of Vigil's own: with `__CFBundleIdentifier` the agent would
 * pass for Vigil, and variables such as NODE_OPTIONS or DYLD_INSERT_LIBRARIES are nobody's to hand on.
 */
export function agentEnvironment(
  home: string,
  userName: string,
  own: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const handedOn = ['LANG', 'SHELL', 'SSH_AUTH_SOCK', 'TMPDIR', '__CF_USER_TEXT_ENCODING'];
  return {
    HOME: home,
    LOGNAME: userName,
    PATH: '/usr/bin:/bin:/usr/sbin:/sbin',
    USER: userName,
    ...Object.fromEntries(handedOn.flatMap((name) => (own[name] === undefined ? [] : [[name, own[name]]]))),
  };
}
