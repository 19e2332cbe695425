import { chmod, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { startAttempt } from '../../../electron/act/reactivate.ts';
import { readAttempt } from '../../../electron/sense/attempt.ts';
import { click, clickStarts, eventually, givenMac, recordedEnd } from './given-mac.ts';
import { otherVigil } from './other-vigil.ts';

const silentFails = { silent: 'fails', silentMs: 50, windowMs: 50 } as const;

test('a sign-in runs gatherAADInfo as the person, and its end is recorded with what it claims', async () => {
  const { mac, deps } = await givenMac({ registered: false });
  const { attempt, ended } = await clickStarts(deps);
  expect(attempt).toMatchObject({ by: 'app', pid: expect.any(Number) });
  const end = await ended;
  expect(end).toMatchObject({ how: { kind: 'exited', code: 0, signal: null }, claims: 'acquired' });
  expect(readAttempt(deps.paths)).toEqual({ kind: 'ended', attempt, end });
  expect(await mac.readPlist()).toMatchObject({ have_an_Azure_id: true });
});

test('while the sign-in runs the record says so, with the process that the Mac shows', async () => {
  const { mac, deps } = await givenMac({ behaviour: { ...silentFails, window: 'waits' } });
  const { attempt, ended } = await clickStarts(deps);
  expect(readAttempt(deps.paths)).toEqual({ kind: 'running', attempt });
  await mac.answerWindow('sign-in');
  await ended;
});

test.each(['fail', 'cancel', 'close', 'miss'] as const)(
  'a sign-in whose window sees "%s" has ended and claims nothing good',
  async (window) => {
    const { deps } = await givenMac({ behaviour: { ...silentFails, window } });
    const { ended } = await clickStarts(deps);
    expect(await ended).toMatchObject({ how: { kind: 'exited', code: 0 }, claims: 'not-found' });
  },
);

test('an agent that crashes has ended by its signal', async () => {
  const { deps } = await givenMac({ behaviour: { silent: 'crashes', silentMs: 0 } });
  const { ended } = await clickStarts(deps);
  expect(await ended).toMatchObject({
    how: { kind: 'exited', code: null, signal: 'SIGSEGV' },
    claims: null,
  });
});

test('record and output are the person’s alone, and the lock is free afterwards', async () => {
  const { deps } = await givenMac();
  const { ended } = await clickStarts(deps);
  await ended;
  const { vigil } = deps.paths;
  for (const file of [vigil.attempt, vigil.attemptOutput])
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await readdir(vigil.attemptLock)).toEqual([]);
});

test('as root nothing starts', async () => {
  const { mac, deps } = await givenMac();
  await mac.setUid(0);
  expect(await click(deps)).toMatchObject({ kind: 'could-not-start', why: 'as-root' });
  expect(readAttempt(deps.paths)).toEqual({ kind: 'none' });
});

test('where the Mac does not tell who is signed in, nothing starts', async () => {
  const { deps } = await givenMac();
  await rm(deps.paths.run.id);
  expect(await click(deps)).toMatchObject({ why: 'state-unknown' });
});

test('where the Mac does not tell what runs on it, nothing starts', async () => {
  const { deps } = await givenMac();
  const { ps } = deps.paths.run;
  await rename(ps, `${ps}-away`);
  expect(await click(deps)).toMatchObject({ why: 'state-unknown' });
  await rename(`${ps}-away`, ps);
});

test.each([
  ['offline', 'offline'],
  ['captive', 'captive-portal'],
] as const)('with the network %s nothing starts, as it would deactivate the Mac', async (network, why) => {
  const { mac, deps } = await givenMac({ network });
  expect(await click(deps)).toMatchObject({ kind: 'could-not-start', why });
  expect(await mac.agentProcesses()).toEqual([]);
  expect(readAttempt(deps.paths)).toEqual({ kind: 'none' });
});

test('while the agent runs already nothing starts, and whose run it is is told', async () => {
  const { mac, deps } = await givenMac({ lastSignInAt: 1, behaviour: { ...silentFails, window: 'waits' } });
  const run = await mac.runAgent();
  const shown = await eventually(async () => {
    const [first] = await mac.agentProcesses();
    if (first === undefined) throw new Error('The agent is not shown yet.');
    return first;
  });
  const result = await click(deps);
  expect(result).toMatchObject({
    why: 'agent-running',
    run: { pid: run?.pid, uid: 501, recurring: true, startedAt: shown.startedAt },
  });
});

test('another person’s sign-in on this Mac is not in the way', async () => {
  const { mac, deps } = await givenMac({ behaviour: { ...silentFails, window: 'waits' } });
  await mac.runByHand(['gatherAADInfo'], { uid: 502, userName: 'somebody' });
  await eventually(async () => expect(await mac.agentProcesses()).toHaveLength(1));
  await clickStarts(deps);
  await eventually(async () => expect(await mac.agentProcesses()).toHaveLength(2));
});

test('as long as MSAL would only repeat itself nothing starts, and until when is told', async () => {
  const { deps } = await givenMac();
  const until = Date.now() + 60_000;
  const soon = await startAttempt(deps, { by: 'app', throttledUntil: until });
  expect(soon).toMatchObject({ why: 'too-soon', until });
  const later = await startAttempt(deps, { by: 'app', throttledUntil: Date.now() - 1 });
  expect(later.kind).toBe('started');
  await recordedEnd(deps);
});

test('without Jamf nothing starts', async () => {
  const { deps } = await givenMac({ jamfVersion: null });
  expect(await click(deps)).toMatchObject({ why: 'not-installed' });
});

test('an agent that Jamf did not sign is not run', async () => {
  const { mac, deps } = await givenMac();
  await mac.setSignatures({ agent: null });
  expect(await click(deps)).toMatchObject({ why: 'not-trusted' });
  expect(await mac.agentProcesses()).toEqual([]);
});

test('an agent of the same team as Jamf.app is run, and whose it is is told', async () => {
  const { mac, deps } = await givenMac();
  await mac.setSignatures({ agent: 'ABCDE12345', jamfApp: 'ABCDE12345' });
  expect(await clickStarts(deps)).toMatchObject({ signedBy: 'same-team-as-jamf-app' });
});

test('what keeps the agent from starting is told and recorded', async () => {
  const { mac, deps } = await givenMac();
  await writeFile(mac.layout.agent, '#!/nowhere/at/all\n');
  expect(await click(deps)).toMatchObject({ why: 'spawn-failed', detail: 'ENOENT' });
  expect(await recordedEnd(deps)).toMatchObject({ how: { kind: 'could-not-start', why: 'spawn-failed' } });
});

test('an agent without the right to run is a value, too', async () => {
  const { mac, deps } = await givenMac();
  await chmod(mac.layout.agent, 0o644);
  expect(await click(deps)).toMatchObject({ why: 'spawn-failed', detail: 'EACCES' });
});

test('where nothing can be written nothing starts', async () => {
  const { mac, deps } = await givenMac();
  await rm(dirname(deps.paths.vigil.folder), { recursive: true, force: true });
  await writeFile(dirname(deps.paths.vigil.folder), 'a file where a folder should be');
  expect(await click(deps)).toMatchObject({ why: 'spawn-failed' });
  expect(await mac.agentProcesses()).toEqual([]);
});

test('a damaged record of an earlier sign-in is not in the way', async () => {
  const { deps } = await givenMac();
  const first = await clickStarts(deps);
  await first.ended;
  const text = await readFile(deps.paths.vigil.attempt, 'utf8');
  await writeFile(deps.paths.vigil.attempt, text.slice(0, text.length / 2));
  await (await clickStarts(deps)).ended;
  expect(await recordedEnd(deps)).toMatchObject({ claims: 'acquired' });
});

test('a second click starts nothing', async () => {
  const { mac, deps } = await givenMac({ behaviour: { ...silentFails, window: 'waits' } });
  const first = await clickStarts(deps);
  expect(await click(deps)).toMatchObject({ why: 'attempt-running' });
  expect(readAttempt(deps.paths)).toEqual({ kind: 'running', attempt: first.attempt });
  await mac.answerWindow('sign-in');
  await first.ended;
});

test('of five clicks at once in one Vigil exactly one starts a sign-in', async () => {
  const { mac, deps } = await givenMac({ behaviour: { ...silentFails, window: 'waits' } });
  const results = await Promise.all(Array.from({ length: 5 }, () => click(deps)));
  expect(results.filter(({ kind }) => kind === 'started')).toHaveLength(1);
  await eventually(async () => expect(await mac.agentProcesses()).toHaveLength(1));
});

test('of an app and two command lines that click at the same instant exactly one starts a sign-in', async () => {
  const { mac, deps } = await givenMac({ behaviour: { ...silentFails, window: 'waits' } });
  const others = await Promise.all([otherVigil(mac.dir), otherVigil(mac.dir)]);
  for (const other of others) other.clickReactivate();
  const results = await Promise.all([click(deps), ...others.map((other) => other.says())]);
  const started = results.filter((result) => JSON.stringify(result).includes('"started"'));
  expect(started).toHaveLength(1);
  for (const result of results) {
    if (!started.includes(result)) expect(result).toMatchObject({ why: 'attempt-running' });
  }
  await eventually(async () => expect(await mac.agentProcesses()).toHaveLength(1));
});

test('the agent gets no more than launchd would give it', async () => {
  const { mac, deps } = await givenMac();
  const seen = join(mac.dir, 'seen');
  await writeFile(mac.layout.agent, `#!/bin/sh\nenv >'${seen.replaceAll("'", `'\\''`)}'\npwd; echo "$*"\n`);
  const { ended } = await clickStarts(deps);
  await ended;
  const names = (await readFile(seen, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => line.split('=')[0]);
  const allowed = ['HOME', 'LANG', 'LOGNAME', 'PATH', 'PWD', 'SHELL', 'SSH_AUTH_SOCK', 'TMPDIR', 'USER'];
  expect(names.filter((name) => !allowed.includes(name ?? '') && name !== '_' && name !== 'SHLVL')).toEqual(
    [],
  );
  expect(await readFile(seen, 'utf8')).toContain(`HOME=${deps.paths.home}\n`);
  expect(await readFile(deps.paths.vigil.attemptOutput, 'utf8')).toBe('/\ngatherAADInfo\n');
});
