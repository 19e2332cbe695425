import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test, vi } from 'vitest';
import { eventually, givenMac } from '../act/given-mac.ts';

// Each test starts processes, on machines that may be busy.
vi.setConfig({ testTimeout: 90_000 });

const program = join(import.meta.dirname, '../../../electron/vigil.ts');

test.each([
  ['sign-in', { exitCode: 0, says: 'Signed in' }],
  ['cancel', { exitCode: 1, says: 'Sign in to get access back' }],
] as const)(
  'a sign-in whose record is gone at its end is told by the state of this Mac (%s)',
  async (answer, { exitCode, says }) => {
    const { mac, deps } = await givenMac({
      registered: false,
      behaviour: { silent: 'fails', silentMs: 0, window: 'waits' },
    });
    const command = execa(process.execPath, [program, 'reactivate'], {
      env: { VIGIL_ROOT: mac.dir },
      reject: false,
    });
    await eventually(async () => expect(await mac.windowIsOpen()).toBe(true));
    await rm(deps.paths.vigil.attempt);
    await mac.answerWindow(answer);
    const ended = await command;
    expect(ended).toMatchObject({ exitCode, stderr: '' });
    expect(ended.stdout.split('\n').at(-1)).toContain(says);
  },
);
