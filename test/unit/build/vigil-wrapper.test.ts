import { chmod, copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { execa } from 'execa';
import { build } from 'plist';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exitCodes } from '../../../electron/assess/exit-code.ts';
import { commandNames } from '../../../electron/cli/command-names.ts';

const REPOSITORY = join(import.meta.dirname, '..', '..', '..');
const minuteMs = 60_000;

let mac: string;
let wrapper: string;

/** A Mac with Vigil.app on it, and the executables that the wrapper asks, as a folder at the head of PATH. */
beforeEach(async () => {
  // With a blank, as people's folders have them.
  mac = await mkdtemp(join(tmpdir(), 'vigil wrapper-'));
  wrapper = at('Applications/Vigil.app/Contents/Resources/bin/vigil');
  await mkdir(dirname(wrapper), { recursive: true });
  await copyFile(join(REPOSITORY, 'build/bin/vigil'), wrapper);
  await executable(at('Applications/Vigil.app/Contents/MacOS/Vigil'), 'printf "app: %s\\n" "$*"; exit 42');
  await executable(at('bin/id'), 'echo "$AS_UID"');
  await executable(at('bin/launchctl'), '[ "$1" = managername ] && echo "$MANAGER"');
  // -p PID -o comm=
  await executable(at('bin/ps'), '[ "$2" = 4711 ] && echo /Applications/Vigil.app/Contents/MacOS/Vigil');
  await copyFile(join(REPOSITORY, 'test/unit/build/plutil.sh'), at('bin/plutil'));
  await chmod(at('bin/plutil'), 0o755);
});

afterEach(async () => {
  await rm(mac, { recursive: true, force: true });
});

function at(path: string): string {
  return join(mac, path);
}

async function executable(path: string, script: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}

type Circumstances = {
  readonly env?: Readonly<Record<string, string>>;
  readonly file?: string;
  readonly cwd?: string;
};

async function vigil(args: readonly string[], { env = {}, file = wrapper, cwd }: Circumstances = {}) {
  const { exitCode, stdout, stderr } = await execa(file, args, {
    // Where the stand-in for plutil finds its library.
    cwd: cwd ?? REPOSITORY,
    env: {
      HOME: at('Users/robin'),
      AS_UID: '501',
      MANAGER: 'Background',
      PATH: [at('bin'), process.env.PATH].join(delimiter),
      VIGIL_TEST_NODE: process.execPath,
      ...env,
    },
    reject: false,
  });
  return { exitCode, stdout, stderr };
}

const loggedIn = { MANAGER: 'Aqua' };

/** Leaves what the app writes; by default just now, by an app that runs. */
async function store(values: Readonly<Record<string, string | number | boolean>>): Promise<void> {
  const file = at('Users/robin/Library/Application Support/Vigil/status.plist');
  await mkdir(dirname(file), { recursive: true });
  const usual = {
    schema: 1,
    phase: 'protected',
    attention: false,
    since: iso(-60),
    pid: 4711,
    vigilVersion: '0.1.0',
  };
  await writeFile(file, build({ ...usual, assessedAt: iso(-3), nextAt: iso(9), findings: [], ...values }));
}

function iso(minutes: number): string {
  return `${new Date(Date.now() + minutes * minuteMs).toISOString().slice(0, 19)}Z`;
}

test('where somebody is logged in, the app gets the command as it is, and its exit code is the answer', async () => {
  expect(await vigil(['diagnose', 'a file.ndjson', '--json'], { env: loggedIn })).toEqual({
    exitCode: 42,
    stdout: 'app: diagnose a file.ndjson --json',
    stderr: '',
  });
  expect((await vigil([], { env: loggedIn })).stdout).toBe('app: --help');
});

test('it finds its app by an absolute path, a relative one, and behind links', async () => {
  await mkdir(at('usr/local/bin'), { recursive: true });
  await symlink(wrapper, at('usr/local/bin/vigil'));
  await symlink('../usr/local/bin/vigil', at('bin/v'));
  const ways = [
    { file: wrapper, cwd: '/' },
    { file: './vigil', cwd: dirname(wrapper) },
    { file: at('usr/local/bin/vigil'), cwd: '/' },
    { file: 'v', cwd: mac },
  ];
  for (const way of ways) {
    // CDPATH makes cd print.
    const told = await vigil(['status'], { ...way, env: { ...loggedIn, CDPATH: mac } });
    expect(told, way.file).toEqual({ exitCode: 42, stdout: 'app: status', stderr: '' });
  }
});

test('a copy of it outside the app says why it does not work', async () => {
  await copyFile(wrapper, at('usr-vigil'));
  const { exitCode, stderr } = await vigil(['status'], { env: loggedIn, file: at('usr-vigil') });
  expect({ exitCode, stderr }).toEqual({
    exitCode: 69,
    stderr: expect.stringContaining('only inside Vigil.app'),
  });
});

test('root is refused with a sentence that says what to type', async () => {
  const { exitCode, stdout, stderr } = await vigil(['status'], { env: { ...loggedIn, AS_UID: '0' } });
  expect({ exitCode, stdout }).toEqual({ exitCode: 77, stdout: '' });
  expect(stderr).toContain('sudo -H -u NAME vigil status');
});

test('it knows the same commands as the app, and no other', async () => {
  for (const name of commandNames) {
    expect((await vigil([name], { env: loggedIn })).stdout, name).toBe(`app: ${name}`);
  }
  const { exitCode, stderr } = await vigil(['statsu'], { env: loggedIn });
  expect({ exitCode, stderr }).toEqual({ exitCode: 64, stderr: expect.stringContaining('vigil --help') });
});

test('without a login session the other commands say that they need one', async () => {
  for (const args of [['watch'], ['reactivate', '--yes'], ['diagnose', 'file'], ['--help']]) {
    const { exitCode, stdout, stderr } = await vigil(args);
    expect({ exitCode, stdout }, args.join(' ')).toEqual({ exitCode: 69, stdout: '' });
    expect(stderr).toContain(`${args[0]} needs a login session`);
  }
  expect((await vigil(['status', '--verbose'])).exitCode).toBe(64);
});

test('without a login session “status” tells what is stored, and says so', async () => {
  await store({ phase: 'deactivated', attention: true, since: '2026-02-28T08:09:10Z' });
  const { exitCode, stdout } = await vigil(['status']);
  expect(exitCode).toBe(exitCodes.deactivated);
  expect(stdout.split('\n')).toEqual([
    'No login session here: this is what Vigil stored 3 min ago.',
    'Phase         deactivated',
    'Attention     true',
    'Since         2026-02-28T08:09:10Z',
    expect.stringMatching(/^Stored {8}\d{4}-/),
  ]);
});

test('“status --json” without a login session has the keys of status.plist, “stored” and “stale”', async () => {
  await store({ phase: 'overdue', attention: true });
  const { exitCode, stdout, stderr } = await vigil(['status', '--json']);
  expect(exitCode).toBe(exitCodes.attention);
  const expected = { stored: true, stale: false, schema: 1, phase: 'overdue', attention: true, findings: [] };
  expect(JSON.parse(stdout)).toMatchObject(expected);
  expect(stderr).toContain('stored 3 min ago');
});

test('the exit code of a stored answer is that of “vigil status”', async () => {
  const table = [
    [{ phase: 'protected' }, exitCodes.inOrder],
    [{ phase: 'due-soon', attention: true }, exitCodes.attention],
    [{ phase: 'unregistered' }, exitCodes.unregistered],
    [{ phase: 'unknown' }, exitCodes.unknown],
    [{ phase: 'from-a-newer-vigil' }, exitCodes.unknown],
  ] as const;
  for (const [values, code] of table) {
    await store(values);
    expect((await vigil(['status'])).exitCode, values.phase).toBe(code);
  }
});

test('a stored answer that need not be true any more is stale, and counts as unknown', async () => {
  const table = [
    [{ assessedAt: iso(-40), nextAt: iso(-16) }, 'Vigil should have looked again'],
    [{ pid: 4712 }, 'Vigil does not run'],
    [{ assessedAt: iso(60), nextAt: iso(70) }, 'from the future'],
    [{ assessedAt: 'yesterday', nextAt: 'never' }, 'at an unknown time'],
  ] as const;
  for (const [values, why] of table) {
    await store(values);
    const { exitCode, stdout } = await vigil(['status']);
    expect(exitCode, why).toBe(exitCodes.unknown);
    expect(stdout).toContain('STALE');
    expect(stdout).toContain(why);
  }
});

test('without a stored answer, or with half of one, it is unknown, in JSON too', async () => {
  const unknown = { schema: 1, phase: 'unknown', stored: true, stale: true };
  const absent = await vigil(['status', '--json']);
  expect({ ...absent, stdout: JSON.parse(absent.stdout) }).toEqual({
    exitCode: exitCodes.unknown,
    stdout: unknown,
    stderr: expect.stringContaining('Does Vigil run?'),
  });
  await store({});
  await writeFile(at('Users/robin/Library/Application Support/Vigil/status.plist'), '<plist><dict><key>pha');
  const half = await vigil(['status', '--json']);
  expect(half.exitCode).toBe(exitCodes.unknown);
  expect(JSON.parse(half.stdout)).toEqual(unknown);
});
