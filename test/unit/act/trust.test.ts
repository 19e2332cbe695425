import { chmod, chown, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import type { ActDeps } from '../../../electron/act/deps.ts';
import { checkTrust } from '../../../electron/act/trust.ts';
import { isChangeable } from '../../../electron/changeable.ts';
import { givenMac } from './given-mac.ts';

const trust = ({ paths, run }: ActDeps) => checkTrust(paths, run);

test('the agent as Jamf installs it is trusted', async () => {
  const { mac, deps } = await givenMac();
  expect(await trust(deps)).toEqual({ kind: 'trusted', executable: mac.layout.agent, signedBy: 'jamf' });
});

test('codesign is asked about the agent’s own bundle, with the requirement in one argument', async () => {
  const { mac, deps } = await givenMac();
  const asked: (readonly string[])[] = [];
  await trust({
    ...deps,
    run: (executable, args, options) => {
      asked.push([executable, ...args]);
      return deps.run(executable, args, options);
    },
  });
  const requirement = '-R=anchor apple generic and certificate leaf[subject.OU] = "483DWKW443"';
  expect(asked).toEqual([[deps.paths.run.codesign, '--verify', requirement, mac.layout.agentApp]]);
});

test('no Jamf.app, or one without the agent: not installed', async () => {
  const { mac, deps } = await givenMac();
  await rm(mac.layout.agentApp, { recursive: true });
  expect(await trust(deps)).toEqual({ kind: 'not-installed' });
  await rm(mac.layout.jamfApp, { recursive: true });
  expect(await trust(deps)).toEqual({ kind: 'not-installed' });
});

test('under its old name the agent is found where the new one is missing', async () => {
  const { mac, deps } = await givenMac();
  const old = deps.paths.jamf.agents[1];
  await mkdir(dirname(old.executable), { recursive: true });
  await rename(mac.layout.agent, old.executable);
  await rm(mac.layout.agentApp, { recursive: true });
  await mac.setSignatures({ agent: '483DWKW443' });
  expect(await trust(deps)).toMatchObject({ kind: 'trusted', executable: old.executable });
});

test.each(['executable', 'its folder', 'its bundle', 'Jamf.app'])(
  '%s that others may change is not trusted',
  async (what) => {
    const { mac, deps } = await givenMac();
    const { agent, agentApp, jamfApp } = mac.layout;
    const paths = new Map([
      ['executable', agent],
      ['its folder', dirname(agent)],
      ['its bundle', agentApp],
      ['Jamf.app', jamfApp],
    ]);
    const path = paths.get(what) ?? '';
    await chmod(path, 0o757);
    expect(await trust(deps)).toEqual({ kind: 'not-trusted', why: `${path} can be changed by others` });
  },
);

test.each([
  ['its owner alone', 0o755, 20, false],
  ['a group of people', 0o775, 20, true],
  ['wheel, who can become root anyway', 0o775, 0, false],
  ['admin, as in folders of Apple’s own', 0o775, 80, false],
  ['everybody', 0o777, 80, true],
])('what %s may write to', (_who, mode, gid, changeable) => {
  expect(isChangeable({ mode, gid })).toBe(changeable);
});

// Giving a file away takes root. Whoever runs the tests without it proves the rule by the Mac's owner being another.
test('an agent that does not belong to the owner of the Mac is not trusted', async () => {
  const { mac, deps } = await givenMac();
  if (process.getuid?.() === 0) await chown(mac.layout.agent, 501, 20);
  const root = process.getuid?.() === 0 ? deps.paths.root : '/';
  expect(await checkTrust({ ...deps.paths, root }, deps.run)).toEqual({
    kind: 'not-trusted',
    why: `${mac.layout.agent} does not belong to the system`,
  });
});

test('a link in the place of the agent, or of its bundle, is not trusted', async () => {
  const { mac, deps } = await givenMac();
  const { agent, agentApp } = mac.layout;
  await rename(agent, `${agent} moved`);
  await symlink(`${agent} moved`, agent);
  expect(await trust(deps)).toEqual({ kind: 'not-trusted', why: `${agent} is not what it should be` });
  await rm(agent);
  await rename(`${agent} moved`, agent);
  await rename(agentApp, `${agentApp}.moved`);
  await symlink(`${agentApp}.moved`, agentApp);
  expect(await trust(deps)).toEqual({ kind: 'not-trusted', why: `${agentApp} is not what it should be` });
});

test('a folder in the place of the agent is not trusted', async () => {
  const { mac, deps } = await givenMac();
  await rm(mac.layout.agent);
  await mkdir(mac.layout.agent);
  expect(await trust(deps)).toMatchObject({ kind: 'not-trusted' });
});

test('an agent that is not signed, or by others, is not trusted', async () => {
  const { mac, deps } = await givenMac();
  for (const agent of [null, 'EVIL567890']) {
    await mac.setSignatures({ agent });
    expect(await trust(deps)).toMatchObject({ kind: 'not-trusted' });
  }
});

test('an agent of the same team as Jamf.app is trusted, and that is told', async () => {
  const { mac, deps } = await givenMac();
  await mac.setSignatures({ agent: 'ABCDE12345', jamfApp: 'ABCDE12345' });
  expect(await trust(deps)).toMatchObject({ kind: 'trusted', signedBy: 'same-team-as-jamf-app' });
  await mac.setSignatures({ jamfApp: null });
  expect(await trust(deps)).toMatchObject({ kind: 'not-trusted' });
});

test('without codesign nothing is trusted', async () => {
  const { deps } = await givenMac();
  await writeFile(deps.paths.run.codesign, 'no program');
  await chmod(deps.paths.run.codesign, 0o644);
  expect(await trust(deps)).toMatchObject({ kind: 'not-trusted' });
});
