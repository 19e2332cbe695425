import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { MacLayout } from './layout.ts';
import { until } from './until.ts';

const run = promisify(execFile);

export type MacProcess = {
  readonly pid: number;
  readonly ppid: number;
  readonly uid: number;
  readonly startedAt: number;
  readonly args: string;
};

const psScript = join(import.meta.dirname, 'executables/ps.sh');

/** What the Mac's `ps` lists: runs of the agent and of `log`. The Mac's own copy may have been tampered with. */
export async function listProcesses(layout: MacLayout): Promise<readonly MacProcess[]> {
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC', SIMULATED_ROOT: layout.dir };
  const { stdout } = await run('/bin/sh', [psScript, '-axww', '-o', 'pid=,ppid=,uid=,lstart=,args='], {
    env,
  });
  return stdout.split('\n').flatMap(parseLine);
}

export async function agentProcesses(layout: MacLayout): Promise<readonly MacProcess[]> {
  return (await listProcesses(layout)).filter(({ args }) => args.startsWith(layout.agent));
}

/** Kills them and resolves when they are gone. */
export async function killProcesses(layout: MacLayout, list: typeof listProcesses): Promise<void> {
  const goneByNow = async () => {
    const left = await list(layout);
    for (const { pid } of left) kill(pid);
    return left.length === 0;
  };
  await until('the processes of the simulated Mac have ended', goneByNow);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}

function parseLine(line: string): readonly MacProcess[] {
  const match = /^ *(\d+) +(\d+) +(\d+) (\w+ \w+ +\d+ [\d:]+ \d+) +(.*)$/.exec(line);
  if (match === null) return [];
  const [, pid, ppid, uid, started, args = ''] = match;
  return [
    { pid: Number(pid), ppid: Number(ppid), uid: Number(uid), startedAt: Date.parse(`${started} UTC`), args },
  ];
}
