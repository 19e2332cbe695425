import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { macLayout } from '../../mac/layout.ts';
import { listProcesses } from '../../mac/processes.ts';
import { scenarios } from '../../mac/scenarios.ts';
import { temporaryMac } from '../../mac/temporary-mac.ts';
import { until } from '../../mac/until.ts';

const repository = join(import.meta.dirname, '../../..');
const node = join(repository, 'node_modules/.bin/node');

function start(...args: readonly string[]) {
  return execa(node, [join(repository, 'test/mac/command.ts'), ...args], { reject: false });
}

describe('npm run mac', { timeout: 30_000 }, () => {
  it('creates a Mac that answers, and says how to look at it', async () => {
    const { dir: outer } = await temporaryMac();
    const dir = join(outer, `it's a "Mac" of $HOME`);
    const { exitCode, stdout } = await start('create', dir, '--jamf', '11.12', '--standard-user');
    const layout = macLayout(dir);
    expect(exitCode).toBe(0);
    const [, command = ''] = stdout.split('To look at it: ');
    const named = await execa('sh', ['-c', command.replace(/npm .*/, '; printf %s "$VIGIL_ROOT"')]);
    expect(named.stdout).toBe(dir);
    expect((await execa(layout.agent, ['version'])).stdout).toBe('version=11.12.0');
    expect((await execa(layout.log, ['stream', '--style', 'ndjson'], { reject: false })).exitCode).toBe(77);
  });

  it('refuses a folder with other things in it, and leaves it alone', async () => {
    const before = await readdir(import.meta.dirname);
    const { exitCode, stderr } = await start('create', import.meta.dirname);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 64,
      stderr: expect.stringContaining('neither empty nor a simulated Mac'),
    });
    expect(await readdir(import.meta.dirname)).toEqual(before);
  });

  it.each([
    [[]],
    [['create']],
    [['create', 'somewhere', '--jamf', 'new']],
    [['play', 'somewhere', 'no-such-story']],
    [['play', 'somewhere', 'healthy', '--speed', '0']],
    [['dance']],
  ])('calls %j a usage error', async (args) => {
    const { exitCode, stderr } = await start(...args);
    expect(exitCode).toBe(64);
    expect(stderr).toContain('Usage: mac');
  });

  it('explains itself and lists the scenarios', async () => {
    expect(await start('--help')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('create [options] <DIR>'),
    });
    const { stdout } = await start('list');
    for (const { name, title } of scenarios) expect(stdout).toMatch(new RegExp(`^${name} +${title}$`, 'm'));
  });

  it('plays a scenario with a line for each step, and leaves no process', async () => {
    const { dir, layout } = await temporaryMac();
    const { exitCode, stdout } = await start('play', dir, 'healthy', '--speed', '40');
    expect(exitCode).toBe(0);
    expect(stdout.split('\n').at(-1)).toMatch(/^\d\d:\d\d:\d\d {2}The end\.$/);
    expect(await listProcesses(layout)).toEqual([]);
  });

  it('ends everything on the Mac on Ctrl-C', async () => {
    const mac = await temporaryMac();
    const playing = start('play', mac.dir, 'missed-window', '--speed', '4');
    await until('the window is open', () => mac.windowIsOpen());
    playing.kill('SIGINT');
    expect((await playing).exitCode).toBe(130);
    expect(await listProcesses(mac.layout)).toEqual([]);
  });
});
