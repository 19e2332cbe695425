import { EventEmitter } from 'node:events';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { LedgerEntry } from '../../electron/assess/ledger-entry.ts';
import type { View } from '../../electron/assess/view.ts';
import { locateMac } from '../../electron/paths.ts';
import type { PowerEvents } from '../../electron/sense/presence.ts';
import type { ResolvedSettings } from '../../electron/settings/in-force.ts';
import { MacWatch } from '../../electron/watch-mac.ts';
import type { Mac } from '../mac/mac.ts';
import { replacePlist } from '../mac/plist-file.ts';
import { temporaryMac } from '../mac/temporary-mac.ts';
import { until } from '../mac/until.ts';

/** The Mac as Vigil sees it, with a ledger that is gone afterwards. */
async function watch(mac: Mac, ledger: LedgerEntry[] = [], events: { powerEvents?: PowerEvents } = {}) {
  const { userName } = mac.layout;
  const location = locateMac({ root: mac.dir, packaged: false, userName, home: mac.layout.home });
  if (location.kind === 'refused') throw new Error(location.why);
  const views: View[] = [];
  const wrong: unknown[] = [];
  const told: ResolvedSettings[] = [];
  const note = (...what: readonly unknown[]) => wrong.push(what);
  const vigil = new MacWatch({
    paths: location.paths,
    userName,
    ledger: { entries: () => ledger, append: (entries) => ledger.push(...entries) },
    onAssessment: ({ view }) => views.push(view),
    onSettings: (resolved) => told.push(resolved),
    onError: note,
    fetch,
    ...events,
    log: { debug: () => {}, info: () => {}, warn: note, error: note },
  });
  onTestFinished(() => vigil.stop());
  await vigil.start();
  const sees = (what: string, holds: (view: View) => boolean) =>
    until(what, () => {
      const view = views.at(-1);
      return view !== undefined && holds(view);
    });
  const findings = () => views.at(-1)?.findings.map(({ id }) => id) ?? [];
  return { vigil, views, sees, findings, ledger, wrong, told };
}

const fileSetting = '/Library/Logs/Relay/log.ndjson';

/** What root's job has written of what was logged until now. */
async function relay(mac: Mac): Promise<string> {
  const path = join(mac.dir, fileSetting);
  await mkdir(dirname(path), { recursive: true, mode: 0o755 });
  const before = mac.layout.logStore;
  writeFileSync(path, readFileSync(before), { mode: 0o644 });
  return path;
}

/** A sign-in window was missed, and the Mac was deactivated. */
async function missedWindow(mac: Mac): Promise<void> {
  await mac.setBehaviour({ silent: 'fails', window: 'miss', windowMs: 50, silentMs: 50 });
  await mac.setLastSignIn(Date.now() - 3 * 3_600_000);
  await (await mac.runAgent())?.ended;
}

const logged = (ledger: readonly LedgerEntry[]) =>
  ledger.flatMap((entry) => (entry.type === 'log' ? entry.event.name : []));

test('it remembers one wake, the Mac’s own, and not its own start', async () => {
  const { vigil, ledger } = await watch(await temporaryMac());
  await vigil.engine.refresh();
  const { awakeSince } = vigil.engine.facts.presence;
  expect(ledger.filter(({ type }) => type === 'woke')).toEqual([{ type: 'woke', at: awakeSince }]);
});

test('a standard user is told why, where IT’s job hands the log on', async () => {
  const mac = await temporaryMac({ standardUser: true });
  await missedWindow(mac);
  await mac.manageVigil({ LogRelayFile: fileSetting });
  await relay(mac);
  const { sees, findings, ledger, wrong } = await watch(mac);
  await sees('the cause', ({ findings: all }) => all.some(({ id }) => id === 'window-missed'));
  await sees('the way', ({ logAccess }) => logAccess === 'relayed');
  expect(findings()).not.toContain('log-access-denied');
  expect(logged(ledger)).toContain('sign-in-failed');
  expect(wrong).toEqual([]);
});

test('without the file the same Mac only knows that, and says that it may not read the log', async () => {
  const mac = await temporaryMac({ standardUser: true });
  await missedWindow(mac);
  await relay(mac);
  // A person cannot point Vigil to a file of their own.
  await replacePlist(mac.layout.ownSettings, { LogRelayFile: fileSetting }, 'binary');
  const { sees, findings, ledger } = await watch(mac);
  await sees('the limit', ({ findings: all }) => all.some(({ id }) => id === 'log-access-denied'));
  await sees('the state', ({ phase }) => phase === 'deactivated');
  expect(findings()).not.toContain('window-missed');
  expect(logged(ledger)).toEqual([]);
});

test('lines of other people on the same Mac do not count, in the file as in the log', async () => {
  const mac = await temporaryMac({ standardUser: true });
  await mac.manageVigil({ LogRelayFile: fileSetting });
  const failure = `No AAD ID found for macOS user account ${mac.layout.userName}`;
  mac.appendLog({ message: failure, uid: 502 });
  await relay(mac);
  const { vigil, sees, ledger } = await watch(mac);
  await sees('the way', ({ logAccess }) => logAccess === 'relayed');
  await until('the file was read', () => ledger.some(({ type }) => type === 'log-read'));
  await vigil.engine.refresh();
  expect(logged(ledger)).toEqual([]);
});

test('a Vigil that is started again goes on where it was, over a rotation, and counts nothing twice', async () => {
  const mac = await temporaryMac({ standardUser: true });
  await mac.manageVigil({ LogRelayFile: fileSetting });
  await missedWindow(mac);
  const path = await relay(mac);
  const first = await watch(mac);
  await until('the file was read', () => first.ledger.some(({ type }) => type === 'log-read'));
  await first.vigil.stop();
  const before = logged(first.ledger);
  expect(before.length).toBeGreaterThan(0);
  // What the second one finds: the old file, renamed, and a new one with a line that is new.
  await rename(path, `${path}.1`);
  const size = readFileSync(mac.layout.logStore).length;
  const newer = `AAD ID acquired for macOS user account ${mac.layout.userName}`;
  mac.appendLog({ message: newer });
  writeFileSync(path, readFileSync(mac.layout.logStore).subarray(size), { mode: 0o644 });
  const second = await watch(mac, first.ledger);
  await until('the new line was read', () => logged(second.ledger).includes('signed-in'));
  expect(logged(second.ledger)).toEqual([...before, 'signed-in']);
});

test('a sign-in that fails is seen as it happens', async () => {
  const mac = await temporaryMac({ standardUser: true, lastSignInAt: Date.now() - 121 * 60_000 });
  await mac.manageVigil({ LogRelayFile: fileSetting });
  const path = await relay(mac);
  const { sees, ledger } = await watch(mac);
  await sees('the way', ({ logAccess, phase }) => logAccess === 'relayed' && phase === 'checking');
  const size = readFileSync(mac.layout.logStore).length;
  mac.appendLog({ message: 'Did not get a token from acquireTokenInteractive, sending an empty token.' });
  appendFileSync(path, readFileSync(mac.layout.logStore).subarray(size));
  await sees('the risk', ({ atRisk }) => atRisk);
  expect(logged(ledger)).toEqual(['interactive-failed']);
});

test('a lock that no event told of shows at the next reading of everything, not at each step of a sign-in', async () => {
  const mac = await temporaryMac();
  const { vigil, wrong } = await watch(mac, [], { powerEvents: new EventEmitter() });
  const { engine } = vigil;
  await until('the person is there', () => !engine.facts.presence.locked);
  await mac.lock();
  await engine.refresh('news');
  expect(engine.facts.presence.locked).toBe(false);
  await engine.refresh();
  expect(engine.facts.presence.locked).toBe(true);
  expect(wrong).toEqual([]);
});

test('a setting counts as soon as it is set, and is told once', async () => {
  const mac = await temporaryMac();
  const { vigil, sees, told, views } = await watch(mac);
  expect(told).toHaveLength(1);
  await sees('the state', ({ phase }) => phase === 'protected');
  const before = views.length;
  await mac.manageVigil({ LedgerDays: 7, HelpNotes: { de: 'Ruf an.' } });
  await until('the organisation’s', () => vigil.settings.settings.LedgerDays === 7);
  expect(vigil.settings).toMatchObject({
    settings: { HelpNotes: { de: 'Ruf an.' } },
    managed: ['HelpNotes', 'LedgerDays'],
  });
  await replacePlist(mac.layout.ownSettings, { LedgerDays: 14, LogLevel: 'debug' }, 'binary');
  await until('the person’s', () => vigil.settings.settings.LogLevel === 'debug');
  expect(vigil.settings.settings.LedgerDays).toBe(7);
  await vigil.engine.refresh();
  expect(told).toHaveLength(3);
  expect(views.slice(before).map(({ phase }) => phase)).not.toContain('unknown');
});

test('a wrong value is told to IT by name, and changes nothing for the person', async () => {
  const mac = await temporaryMac();
  const { sees, views, findings } = await watch(mac);
  await sees('the state', ({ phase }) => phase === 'protected');
  const { attention, phase, action } = views.at(-1) ?? {};
  await mac.manageVigil({ WarningMinutes: 'ten', LogLevel: 'warn' });
  await sees('the finding', ({ findings: all }) => all.some(({ id }) => id === 'setting-invalid'));
  const finding = views.at(-1)?.findings.find(({ id }) => id === 'setting-invalid');
  expect(finding).toMatchObject({
    acts: 'it',
    confidence: 'certain',
    settings: ['WarningMinutes'],
    entra: null,
  });
  expect(views.at(-1)).toMatchObject({ attention, phase, action });
  await mac.manageVigil({ WarningMinutes: 20 });
  await sees('that it is right', ({ findings: all }) => all.length === 0);
  expect(findings()).toEqual([]);
});

test('a profile’s file that is briefly gone, or half written, keeps its values', async () => {
  const mac = await temporaryMac();
  await mac.manageVigil({ AllowQuit: false });
  const { vigil } = await watch(mac);
  const whole = readFileSync(mac.layout.managedSettings);
  const quit = async () => {
    await vigil.engine.refresh();
    return vigil.settings.settings.AllowQuit;
  };
  expect(await quit()).toBe(false);
  writeFileSync(mac.layout.managedSettings, whole.subarray(0, 30));
  expect(await quit()).toBe(false);
  rmSync(mac.layout.managedSettings);
  expect(await quit()).toBe(false);
  await mac.manageVigil({ AllowQuit: true });
  expect(await quit()).toBe(true);
});
