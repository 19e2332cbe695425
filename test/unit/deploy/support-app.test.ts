import { readFile, writeFile } from 'node:fs/promises';
import { execa } from 'execa';
import { build, type PlistValue } from 'plist';
import { expect, it } from 'vitest';
import { deadPid } from '../../support/deploy/fleet.ts';
import { deployMac } from './given.ts';

const tile = 'build/deploy/support-app/vigil-tile.sh';
const file = '/Library/Preferences/nl.root3.support.plist';

/** What the tile is given, where the status is this one. */
async function tileOf(changes: Readonly<Record<string, PlistValue>> | null, extension = 'vigil') {
  const mac = await deployMac();
  await mac.installApp('1.0.0');
  const nextAt = `${new Date(Date.now() + 600_000).toISOString().slice(0, 19)}Z`;
  const status = {
    phase: 'protected',
    attention: false,
    atRisk: false,
    windowWaiting: false,
    nextAt,
    pid: process.pid,
  };
  const path = 'Users/person-alex/Library/Application Support/Vigil/status.plist';
  if (changes !== null) await mac.put(path, build({ ...status, ...changes }));
  const copy = await mac.copyOf(tile);
  await writeFile(
    copy,
    (await readFile(copy, 'utf8')).replace(/^extension=vigil$/m, `extension=${extension}`),
  );
  await execa('sh', [copy], { env: { CONSOLE_USER: 'person-alex' } });
  return mac.calls();
}

const says = (text: string, badge: boolean, keys = ['vigil', 'vigil_alert']) => [
  `defaults write ${file} ${keys[0]} -string ${text}`,
  `defaults write ${file} ${keys[1]} -bool ${badge}`,
];

it.each([
  [{}, 'Sign-in in order', false],
  [{ phase: 'due-soon' }, 'Next check soon', false],
  [{ phase: 'due-soon', atRisk: true, attention: true }, 'A sign-in window may open soon', true],
  [{ phase: 'checking', windowWaiting: true, attention: true }, 'A sign-in window is waiting', true],
  [{ phase: 'deactivated', attention: true }, 'Sign in to get access back', true],
  [{ phase: 'deactivated', attention: true, pid: deadPid }, 'Vigil is not running', true],
  [{ phase: '<b>' }, 'Vigil is in trouble', true],
  [null, 'Vigil has not run yet', false],
])(
  'the tile of the Support App has the words of the popover, and a badge where somebody should act: %j',
  async (changes, text, badge) => {
    expect(await tileOf(changes)).toEqual(says(text, badge));
  },
);

it('the tile is one of version 2 where it is told so', async () => {
  expect(await tileOf({}, 'B')).toEqual(
    says('Sign-in in order', false, ['ExtensionValueB', 'ExtensionAlertB']),
  );
});
