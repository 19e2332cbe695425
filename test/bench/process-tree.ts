import { readdir, readFile } from 'node:fs/promises';

/** A process and all that it has started, at whatever remove. */
export async function processTree(root: number): Promise<readonly number[]> {
  const parents = new Map(await Promise.all((await numbersIn('/proc')).map(withParent)));
  const isOurs = (pid: number | undefined): boolean =>
    pid !== undefined && (pid === root || isOurs(parents.get(pid)));
  return [...parents.keys()].filter(isOurs);
}

/** Memory in bytes; what several processes share counts once in all of them together. */
export async function memoryOf(pids: readonly number[]): Promise<number> {
  return sum(pids, async (pid) => {
    const pss = /^Pss: +(\d+) kB$/m.exec(await read(`/proc/${pid}/smaps_rollup`));
    return Number(pss?.[1] ?? 0) * 1024;
  });
}

/** The time in milliseconds that a CPU has spent on them so far; to the nanosecond, where clock ticks are 10 ms. */
export async function cpuTimeOf(pids: readonly number[]): Promise<number> {
  return sum(pids, async (pid) =>
    sum(await numbersIn(`/proc/${pid}/task`), async (thread) => {
      const [onCpuNs] = (await read(`/proc/${pid}/task/${thread}/schedstat`)).split(' ');
      return Number(onCpuNs) / 1e6;
    }),
  );
}

async function withParent(pid: number): Promise<[number, number]> {
  // "PID (NAME) STATE PARENT …", where the name may hold anything.
  const [, , parent] = (await read(`/proc/${pid}/stat`)).replace(/^.*\)/s, '').split(' ');
  return [pid, Number(parent ?? 0)];
}

async function numbersIn(folder: string): Promise<readonly number[]> {
  const names = await readdir(folder).catch(() => []);
  return names.map(Number).filter((number) => number > 0);
}

/** Empty for what has ended in the meantime. */
async function read(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}

async function sum<T>(items: readonly T[], of: (item: T) => Promise<number>): Promise<number> {
  return (await Promise.all(items.map(of))).reduce((total, value) => total + value, 0);
}
