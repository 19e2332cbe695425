import { join } from 'node:path';
import { execa } from 'execa';
import { expect } from 'vitest';
import type { Mac } from '../../mac/mac.ts';
import { test } from '../support/looks.ts';
import { deactivated, inOrder, readStatus } from './moment.ts';
import { openTheatre } from './stage.ts';

const VIGIL = join(import.meta.dirname, '../../../electron/vigil.ts');

function vigil({ dir }: Mac, ...args: readonly string[]) {
  return execa(process.execPath, [VIGIL, ...args], { env: { VIGIL_ROOT: dir }, reject: false });
}

/** Resolves to the exit code, once what it prints was found to be what the app has written into status.plist. */
async function statusBesideApp(mac: Mac): Promise<number | undefined> {
  const { stdout, stderr, exitCode } = await vigil(mac, 'status', '--json');
  expect(stderr).toBe('');
  const { assessedAt: _, nextAt: __, ...told } = JSON.parse(stdout);
  const { assessedAt: ___, nextAt: ____, ...written } = await readStatus(mac);
  expect(told).toEqual(written);
  return exitCode;
}

test('“vigil status” says what the app says, and says it again as its exit code', async (look) => {
  const { mac, sees } = await openTheatre(look, { behaviour: { silent: 'fails' } });
  await sees(inOrder);
  expect(await statusBesideApp(mac)).toBe(0);
  await mac.setLastSignIn(Date.now() - 121 * 60_000);
  await mac.runAgent();
  await sees({ phase: 'checking', glyph: 'dots', attention: true, headline: 'A sign-in window is waiting' });
  expect(await statusBesideApp(mac)).toBe(1);
  await mac.answerWindow('miss');
  await sees(deactivated);
  expect(await statusBesideApp(mac)).toBe(2);
  await mac.removePlist();
  await sees({ phase: 'unregistered', glyph: 'hollow', headline: 'Nothing to watch' });
  expect(await statusBesideApp(mac)).toBe(3);
  await mac.writePlistBytes('');
  await sees({ phase: 'unknown', glyph: 'dotted', headline: 'Cannot tell right now' });
  expect(await statusBesideApp(mac)).toBe(4);
  const { exitCode, stderr } = await vigil(mac, 'statsu');
  expect({ exitCode, stderr }).toEqual({ exitCode: 64, stderr: expect.stringContaining('vigil --help') });
});
