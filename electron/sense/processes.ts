import { outputOf } from './run.ts';

export type ProcessLine = {
  readonly pid: number;
  readonly uid: number;
  /** Whole seconds, as epoch milliseconds. */
  readonly startedAt: number;
  /** The command as it was given, blanks and all: where an argument ends cannot be told from it. */
  readonly command: string;
};

/** `-ww`: without a terminal macOS's `ps` may cut lines at 79 columns, and the agent's path alone is longer. */
export const psArguments: readonly string[] = ['-axww', '-o', 'pid=,ppid=,uid=,lstart=,args='];

/** Every process on this Mac; null where `ps` did not tell. */
export async function listProcesses(ps: string): Promise<readonly ProcessLine[] | null> {
  const output = await outputOf(ps, psArguments, { env: { LC_ALL: 'C', TZ: 'UTC' } });
  return output === null ? null : parseProcesses(output);
}

/** Lines that have another form are left out. */
export function parseProcesses(output: string): readonly ProcessLine[] {
  return output.split('\n').flatMap((line) => parseProcess(line) ?? []);
}

// "  612     1   501 Wed Nov 25 00:47:54 2026     /path/of the/program -flag"
const processLine =
  /^\s*(?<pid>\d+)\s+\d+\s+(?<uid>-?\d+)\s+[A-Z][a-z]{2} (?<month>[A-Z][a-z]{2}) +(?<day>\d{1,2}) (?<hours>\d\d):(?<minutes>\d\d):(?<seconds>\d\d) (?<year>\d{4})\s+(?<command>.*\S)/;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function parseProcess(line: string): ProcessLine | null {
  const groups = processLine.exec(line)?.groups;
  if (groups === undefined) return null;
  const month = months.indexOf(groups.month ?? '');
  if (month === -1) return null;
  const part = (name: string) => Number(groups[name]);
  return {
    pid: part('pid'),
    uid: part('uid'),
    startedAt: Date.UTC(part('year'), month, part('day'), part('hours'), part('minutes'), part('seconds')),
    command: groups.command ?? '',
  };
}
