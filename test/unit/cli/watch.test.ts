import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { temporaryMac } from '../../mac/temporary-mac.ts';

const program = join(import.meta.dirname, '../../../electron/vigil.ts');

test('a watch does not tell the result of a sign-in that was over before it began', {
  timeout: 60_000,
}, async () => {
  const { dir } = await temporaryMac({ registered: false });
  const vigil = (...args: readonly string[]) =>
    execa(process.execPath, [program, ...args], { env: { VIGIL_ROOT: dir }, reject: false });
  expect((await vigil('reactivate', '--yes')).exitCode).toBe(0);
  const watching = vigil('watch');
  const lines = createInterface({ input: watching.stdout });
  for await (const line of lines) {
    expect(line).toMatch(/^\d\d:\d\d:\d\d {2}protected {5}Sign-in in order/);
    break;
  }
  watching.kill('SIGINT');
  expect((await watching).exitCode).toBe(0);
});
