import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { until } from '../../mac/until.ts';

const slowMs = 120_000;
const entry = join(import.meta.dirname, '..', '..', '..', 'build', 'start.ts');

let scratch: string;

beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'vigil-start-'));
});

afterEach(async () => {
  await rm(scratch, { recursive: true, force: true });
});

function start(...args: string[]) {
  const env = { TMPDIR: scratch, DISPLAY: '', WAYLAND_DISPLAY: '' };
  return execa(process.execPath, [entry, ...args], { env, reject: false });
}

/** What stands in the second column: the phases, and what else happened. */
function labels(output: string): readonly string[] {
  return output.split('\n').map((line) => line.slice(10).split(' ')[0] ?? '');
}

test('without a display the main story is told in the terminal, clicks included, and ends by itself', {
  timeout: slowMs,
}, async () => {
  const { stdout, exitCode } = await start('--simulate', 'missed-window', '--speed', '3');
  expect(exitCode).toBe(0);
  const told = labels(stdout);
  const lapsed = told.indexOf('deactivated');
  const clicked = told.indexOf('reactivating', lapsed);
  expect(lapsed).toBeGreaterThan(0);
  expect(clicked).toBeGreaterThan(lapsed);
  expect(told.indexOf('protected', clicked)).toBeGreaterThan(clicked);
  expect(stdout.trim().split('\n').at(-1)).toMatch(/^\d\d:\d\d:\d\d {2}story {9}The end\.$/);
  expect(await readdir(scratch)).toEqual([]);
});

test('Ctrl-C in the middle of a story leaves nothing behind', { timeout: slowMs }, async () => {
  const story = start('--simulate', 'deactivated');
  let output = '';
  story.stdout.on('data', (text: Buffer) => {
    output += text.toString();
  });
  await until('Vigil has seen the Mac', () => labels(output).includes('deactivated'), { limitMs: 60_000 });
  story.kill('SIGINT');
  const { exitCode, stderr } = await story;
  expect({ exitCode, stderr }).toEqual({ exitCode: 130, stderr: '' });
  expect(await readdir(scratch)).toEqual([]);
});

test('a reader who has read enough leaves nothing behind', { timeout: slowMs }, async () => {
  const story = start('--simulate', 'deactivated');
  story.stdout.once('data', () => story.stdout.destroy());
  const { exitCode, stderr } = await story;
  expect({ exitCode, stderr }).toEqual({ exitCode: 141, stderr: '' });
  expect(await readdir(scratch)).toEqual([]);
});

test.each([[['--simulate']], [['--no-such-option']], [['missed-window']]])(
  '%j is a usage error that names the right use',
  { timeout: slowMs },
  async (args) => {
    const { stderr, exitCode } = await start(...args);
    expect(exitCode).toBe(64);
    expect(stderr).toContain('npm start [-- [--simulate SCENARIO]');
  },
);

test('an unknown scenario is a usage error that names the known ones', { timeout: slowMs }, async () => {
  const { stderr, exitCode } = await start('--simulate', 'no-such-story');
  expect(exitCode).toBe(64);
  expect(stderr).toContain('missed-window');
});
