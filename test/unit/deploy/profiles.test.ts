import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'plist';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { readPlistFile } from '../../../electron/sense/plist-file.ts';
import { agentLabel, relayLabel, repository, vigilExecutable } from '../../support/deploy/deploy-mac.ts';

const deploy = join(repository, 'build/deploy');
const uuid = z.string().regex(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
const identity = {
  PayloadIdentifier: z.string().startsWith('io.github.vigil-mac.profile.'),
  PayloadUUID: uuid,
  PayloadVersion: z.literal(1),
};
const profileSchema = z.looseObject({
  ...identity,
  PayloadType: z.literal('Configuration'),
  PayloadScope: z.literal('System'),
  PayloadDisplayName: z.string().min(1),
  PayloadContent: z.array(z.looseObject({ ...identity, PayloadType: z.string() })).length(1),
});

async function profile(name: string) {
  return profileSchema.parse(parse(await readFile(join(deploy, 'profiles', name), 'utf8')));
}

it('the profile for notifications lets them stay on the screen, silent, and not on a locked one', async () => {
  const { PayloadContent } = await profile('vigil-notifications.mobileconfig');
  expect(PayloadContent[0]).toMatchObject({
    PayloadType: 'com.apple.notificationsettings',
    NotificationSettings: [
      {
        BundleIdentifier: 'io.github.vigil-mac',
        NotificationsEnabled: true,
        AlertType: 2,
        SoundsEnabled: false,
        ShowInLockScreen: false,
        CriticalAlertEnabled: false,
      },
    ],
  });
});

it('the profile for background items knows the app by its team, and the jobs by their labels', async () => {
  const { PayloadContent } = await profile('vigil-background-items.mobileconfig');
  const schema = z.looseObject({
    Rules: z.array(z.looseObject({ RuleType: z.string(), RuleValue: z.string() })),
  });
  const rules = schema.parse(PayloadContent[0]).Rules.map(({ RuleType, RuleValue }) => [RuleType, RuleValue]);
  expect(rules).toEqual([
    ['TeamIdentifier', '__TEAM_ID__'],
    ['LabelPrefix', 'io.github.vigil-mac.'],
  ]);
  for (const label of [agentLabel, relayLabel]) expect(label.startsWith('io.github.vigil-mac.')).toBe(true);
});

it('identifiers and UUIDs are what they were: another one would be another profile beside the old', async () => {
  const names = (await readdir(join(deploy, 'profiles')))
    .filter((name) => /^vigil-(not|back)/.test(name))
    .sort();
  const ids = await Promise.all(
    names.map(async (name) => {
      const { PayloadIdentifier, PayloadUUID, PayloadContent } = await profile(name);
      return [PayloadIdentifier, PayloadUUID, ...PayloadContent.map((payload) => payload.PayloadUUID)];
    }),
  );
  expect(ids).toEqual([
    [
      'io.github.vigil-mac.profile.background-items',
      'CF6FB651-4BBA-42C8-BE01-C1A936A8420A',
      '29E98CC2-83B2-4621-8989-3B000371D85C',
    ],
    [
      'io.github.vigil-mac.profile.notifications',
      'AF9585B4-0172-41C8-9662-81A2B8A683D1',
      'B7593FF8-121F-42AB-A8AC-443508632C84',
    ],
  ]);
});

it('the LaunchAgent starts the app at login, and again after a crash, but not after somebody has quit it', async () => {
  const path = join(deploy, `agent/${agentLabel}.plist`);
  expect(parse(await readFile(path, 'utf8'))).toEqual({
    Label: agentLabel,
    ProgramArguments: [vigilExecutable, '--started-by-launchd'],
    RunAtLoad: true,
    KeepAlive: { SuccessfulExit: false },
    ThrottleInterval: 60,
    LimitLoadToSessionType: 'Aqua',
    ProcessType: 'Interactive',
    AssociatedBundleIdentifiers: ['io.github.vigil-mac'],
  });
});

it('each property list is one by a strict reader, too', async () => {
  const files = (await readdir(deploy, { recursive: true })).filter((name) =>
    /\.(plist|mobileconfig)$/.test(name),
  );
  expect(files.length).toBeGreaterThanOrEqual(4);
  for (const name of files) expect([name, readPlistFile(join(deploy, name)).kind]).toEqual([name, 'read']);
});
