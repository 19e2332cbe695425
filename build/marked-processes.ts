import { readdir, readFile } from 'node:fs/promises';

export type MarkedProcess = { readonly pid: number; readonly commandLine: string };

/**
 * The processes that were started, at whatever remove, with `name=value` in their environment. Process groups and
 * parents do not find them all: Electron and the sign-ins that it starts have groups of their own.
 * Linux only; nothing is found elsewhere.
 */
export async function markedProcesses(name: string, value: string): Promise<readonly MarkedProcess[]> {
  const pids = (await readdir('/proc').catch(() => [])).map(Number).filter((pid) => pid > 0);
  const found = await Promise.all(
    pids.map(async (pid) => {
      const variables = (await readProc(pid, 'environ')).split('\0');
      if (!variables.includes(`${name}=${value}`)) return [];
      return [{ pid, commandLine: (await readProc(pid, 'cmdline')).replaceAll('\0', ' ') }];
    }),
  );
  return found.flat();
}

/** Empty for a process that has ended or is not ours. */
async function readProc(pid: number, file: 'environ' | 'cmdline'): Promise<string> {
  return readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '');
}
