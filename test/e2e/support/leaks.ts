import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { beforeEach, expect } from 'vitest';
import { markedProcesses } from '../../../build/marked-processes.ts';
import { until } from '../../mac/until.ts';

/** Every process that a test starts inherits it, however far away it gets. */
const MARK = 'VIGIL_TEST';

// Registered before what the test registers, so it runs after the test has cleaned up.
beforeEach(async ({ task, onTestFinished }) => {
  const filesBefore = await temporaryFiles();
  process.env[MARK] = task.id;
  onTestFinished(async () => {
    await expectNothingLeft('processes', () => processesOf(task.id));
    await expectNothingLeft('files', async () =>
      (await temporaryFiles()).filter((name) => !filesBefore.includes(name)),
    );
    delete process.env[MARK];
  });
});

async function expectNothingLeft(what: string, list: () => Promise<readonly string[]>): Promise<void> {
  let left: readonly string[] = [];
  const nothing = async () => {
    left = await list();
    return left.length === 0;
  };
  await until(`no ${what} of the test are left`, nothing, { limitMs: 10_000 }).catch(() => undefined);
  expect(left, `${what} that the test left behind`).toEqual([]);
}

/** Without what Chromium itself leaves behind when it is killed, as on a busy machine that lets it quit too slowly. */
async function temporaryFiles(): Promise<readonly string[]> {
  return (await readdir(tmpdir())).filter((name) => !name.startsWith('.org.chromium.Chromium.'));
}

async function processesOf(testId: string): Promise<readonly string[]> {
  return (await markedProcesses(MARK, testId)).map(({ pid, commandLine }) => `${pid} ${commandLine}`);
}
