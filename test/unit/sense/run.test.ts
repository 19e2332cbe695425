import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { outputOf, run } from '../../../electron/sense/run.ts';
import { tempFolder } from '../support/temp-folder.ts';

function program(script: string, mode = 0o755): string {
  const path = join(tempFolder(), 'a program');
  writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode });
  return path;
}

it('a program that ends has its code and what it said', async () => {
  const path = program('echo "$1|$2|$COLOR"; echo trouble >&2; exit 3');
  expect(await run(path, ['two words', '$HOME'], { env: { COLOR: 'red' } })).toEqual({
    kind: 'exited',
    code: 3,
    stdout: 'two words|$HOME|red\n',
    stderr: 'trouble\n',
  });
  expect(await outputOf(path, [])).toBeNull();
  expect(await outputOf(program('echo fine'), [])).toBe('fine\n');
});

it('a program that does not end is ended', async () => {
  const startedAt = performance.now();
  expect(await run(program('exec sleep 60'), [], { timeLimitMs: 100 })).toEqual({ kind: 'timed-out' });
  expect(performance.now() - startedAt).toBeLessThan(10_000);
});

it('a program that cannot be run, is killed, or says too much is a value', async () => {
  expect(await run('/nowhere/at/all', [])).toEqual({ kind: 'failed', why: 'ENOENT' });
  expect(await run(program('', 0o644), [])).toEqual({ kind: 'failed', why: 'EACCES' });
  expect(await run(`${program('')}/below`, [])).toEqual({ kind: 'failed', why: 'ENOTDIR' });
  expect(await run(program('kill -9 $$'), [])).toEqual({ kind: 'failed', why: 'SIGKILL' });
  expect(await run(program('yes'), [])).toEqual({ kind: 'failed', why: 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER' });
});
