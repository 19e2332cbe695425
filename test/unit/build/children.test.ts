import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Children } from '../../../build/children.ts';
import { until } from '../../mac/until.ts';

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'vigil-children-'));
});

afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

test('all that was started is ended: what obeys, what does not, and on Linux what went away on its own', async () => {
  const children = new Children();
  const away = process.platform === 'linux' ? 'setsid ' : '';
  const script = `sleep 60 & echo $! >> pids; ${away}sleep 60 & echo $! >> pids; trap "" INT TERM; echo $$ >> pids; wait; sleep 60`;
  const code = children.run('sh', ['-c', `cd '${directory}'; ${script}`]);
  const pids = async () => {
    const text = await readFile(join(directory, 'pids'), 'utf8').catch(() => '');
    return text.split('\n').filter(Boolean).map(Number);
  };
  await until('three processes run', async () => (await pids()).length === 3);
  await children.end();
  expect(await code).toBe(128 + 9);
  await until('none of them is left', async () => (await pids()).every((pid) => !isAlive(pid)));
});

test('the exit code of a child is passed on, and so is the signal that ended it', async () => {
  const children = new Children();
  expect(await children.run('sh', ['-c', 'exit 3'])).toBe(3);
  expect(await children.run('sh', ['-c', 'kill -TERM $$'])).toBe(143);
  await expect(children.run('/no/such/program', [])).rejects.toThrow(/ENOENT/);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
