import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, it, vi } from 'vitest';
import { logOf, signedIn } from '../../sense/exported-log/log-samples.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { deactivation } from './running.ts';

// Each test starts a process, on machines that may be busy.
vi.setConfig({ testTimeout: 90_000 });

const program = join(import.meta.dirname, '../../../../electron/vigil.ts');

/** `vigil diagnose …` as a process of its own. */
function launch(...args: readonly string[]) {
  return spawn(process.execPath, [program, 'diagnose', ...args], { stdio: 'pipe' });
}

function start(...args: readonly string[]) {
  const child = launch(...args);
  const ended = Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]).then(
    ([[code, signal], stdout, stderr]) => ({ code, signal, stdout, stderr }),
  );
  return { child, ended };
}

function fileWith(content: string): string {
  const file = join(tempFolder(), 'jamf.log');
  writeFileSync(file, content);
  return file;
}

it('reads a file, prints JSON, writes the page, and ends with 1 because there are findings', async () => {
  const page = join(tempFolder(), 'page.html');
  const { ended } = start('--json', '--html', page, fileWith(logOf('default', deactivation)));
  const { code, stdout, stderr } = await ended;
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({ schema: 1, records: 10 });
  expect(existsSync(page)).toBe(true);
});

it('the README shows what it says of the sample', async () => {
  const repository = join(import.meta.dirname, '../../../..');
  const child = spawn(process.execPath, [program, 'diagnose', 'test/samples/deactivated.log'], {
    cwd: repository,
    stdio: 'pipe',
  });
  expect(readFileSync(join(repository, 'README.md'), 'utf8')).toContain(await text(child.stdout));
});

it('reads the standard input, and ends with 0 because nothing is wrong', async () => {
  const { child, ended } = start('-');
  child.stdin.end(logOf('ndjson', [signedIn]));
  expect(await ended).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Nothing wrong was found in what was read.'),
  });
});

it('without a file it says how it is used, and ends with 64', async () => {
  const { code, stderr } = await start().ended;
  expect(code).toBe(64);
  expect(stderr).toContain("missing required argument 'file'");
});

it('ends with 130 at Ctrl-C while it waits for input', async () => {
  const { child, ended } = start('-');
  // It reads: what does not fit into the pipe is taken.
  await new Promise((resolve) => child.stdin.write(Buffer.alloc(1_000_000, '\n'), resolve));
  child.kill('SIGINT');
  expect(await ended).toMatchObject({ code: 130, signal: null, stdout: '' });
});

it('a reader that goes away early, such as head, makes no noise', async () => {
  const child = launch('--json', fileWith(logOf('default', deactivation)));
  child.stdout.destroy();
  // 128 + SIGPIPE, as of a shell's own commands.
  const [[code], stderr] = await Promise.all([once(child, 'close'), text(child.stderr)]);
  expect({ code, stderr }).toEqual({ code: 141, stderr: '' });
});
