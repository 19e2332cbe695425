import { EventEmitter } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PresenceFact } from '../../../electron/assess/facts.ts';
import { Presence } from '../../../electron/sense/presence.ts';
import { consoleLocked, lastWake } from '../../../electron/sense/presence-output.ts';
import type { Mac } from '../../mac/mac.ts';
import { temporaryMac } from '../../mac/temporary-mac.ts';

const root = (sessions: string) =>
  `+-o Root  <class IORegistryEntry, id 0x100000100, retain 37>\n    {\n      "IOConsoleLocked" = Yes\n      "IOConsoleUsers" = (${sessions})\n    }\n`;
const mine = '{"kCGSSessionOnConsoleKey"=Yes,"kCGSSessionUserIDKey"=501}';
const mineLocked = '{"CGSSessionScreenIsLocked"=Yes,"kCGSSessionUserIDKey"=501}';
const othersLocked = '{"kCGSSessionUserIDKey"=5010,"CGSSessionScreenIsLocked"=Yes}';

describe('the screen', () => {
  it.each([
    ['unlocked', mine, 501, false],
    ['locked', mineLocked, 501, true],
    ['unlocked, and that of another person locked', `${othersLocked},${mine}`, 501, false],
    ['locked, and that of another person not', `${mineLocked},${mine.replace('501', '502')}`, 501, true],
    ['out of sight behind another session', mine.replace('Yes', 'No'), 501, true],
    ['unlocked by its own word', mineLocked.replace('Yes', 'No'), 501, false],
    ['locked where nobody knows whose it is', othersLocked, null, true],
    ['unlocked where nobody is logged in', '', 501, false],
  ])('is %s', (_what, sessions, uid, locked) => {
    expect(consoleLocked(root(sessions), uid)).toBe(locked);
  });
});

describe('the last wake', () => {
  const time = (seconds: number, micros = 0) =>
    `{ sec = ${seconds}, usec = ${micros} } Tue Nov 25 00:47:54 2025\n`;

  it('is the boot where the Mac has not slept since', () => {
    expect(lastWake(time(1_764_031_674, 123_456) + time(0))).toBe(1_764_031_674_123);
  });

  it('is the wake where it has', () => {
    expect(lastWake(time(1_764_031_674) + time(1_764_040_000))).toBe(1_764_040_000_000);
  });

  it('is unknown where neither is told', () => {
    expect(lastWake('')).toBeNull();
    expect(lastWake(time(0))).toBeNull();
    expect(lastWake('sysctl: unknown oid')).toBeNull();
  });
});

describe('presence', () => {
  const bootedAt = Date.now() - 5 * 3_600_000;

  function presenceOn(mac: Mac) {
    const events = new EventEmitter();
    const told: PresenceFact[] = [];
    const presence = new Presence({
      run: { ioreg: join(mac.dir, 'usr/sbin/ioreg'), sysctl: join(mac.dir, 'usr/sbin/sysctl') },
      events,
      onChange: (fact) => told.push(fact),
    });
    onTestFinished(() => presence.stop());
    return { presence, events, told };
  }

  it('starts with what is so, also behind a locked screen', async () => {
    const mac = await temporaryMac({ locked: true, bootedAt, wokeAt: bootedAt + 3_600_000 });
    const { presence, told } = presenceOn(mac);
    expect(await presence.read(501)).toEqual({ locked: true, awakeSince: bootedAt + 3_600_000 });
    expect(told).toEqual([]);
  });

  it('follows events', async () => {
    const mac = await temporaryMac({ bootedAt });
    const { presence, events, told } = presenceOn(mac);
    expect(await presence.read(501)).toEqual({ locked: false, awakeSince: bootedAt });
    events.emit('lock-screen');
    events.emit('suspend');
    expect(presence.fact).toEqual({ locked: true, awakeSince: null });
    const before = Date.now();
    events.emit('resume');
    events.emit('unlock-screen');
    expect(presence.fact.locked).toBe(false);
    expect(presence.fact.awakeSince).toBeGreaterThanOrEqual(before);
    expect(told).toHaveLength(4);
  });

  it('is repaired by the next reading when an event was lost', async () => {
    const mac = await temporaryMac({ bootedAt });
    const { presence, events } = presenceOn(mac);
    events.emit('suspend');
    events.emit('lock-screen');
    // The Mac has not woken since: a reading in between (Power Nap) is no wake.
    expect(await presence.read(501)).toEqual({ locked: false, awakeSince: null });
    const wokeAt = Date.now() + 1_000;
    await mac.wake(wokeAt);
    expect(await presence.read(501)).toEqual({ locked: false, awakeSince: wokeAt });
  });

  it('takes one wake for one, though the kernel and the event tell it some seconds apart', async () => {
    const mac = await temporaryMac({ bootedAt });
    const { presence, events } = presenceOn(mac);
    events.emit('resume');
    const { awakeSince } = presence.fact;
    await mac.wake((awakeSince ?? 0) - 2_000);
    expect(await presence.read(501)).toEqual({ locked: false, awakeSince });
  });

  it('does not believe a reading that an event has overtaken', async () => {
    const mac = await temporaryMac({ locked: true, bootedAt });
    const { presence, events } = presenceOn(mac);
    const reading = presence.read(501);
    events.emit('unlock-screen');
    expect((await reading).locked).toBe(false);
    expect(presence.fact.locked).toBe(false);
  });

  it('counts from its own start, unlocked, where the Mac does not tell', async () => {
    const mac = await temporaryMac();
    await rm(join(mac.dir, 'usr/sbin'), { recursive: true });
    const before = Date.now();
    const { presence } = presenceOn(mac);
    const { locked, awakeSince } = await presence.read(501);
    expect(locked).toBe(false);
    expect(awakeSince).toBeGreaterThanOrEqual(before);
    expect(awakeSince).toBeLessThanOrEqual(Date.now());
  });

  it('listens no more once it is stopped', async () => {
    const { presence, events, told } = presenceOn(await temporaryMac());
    presence.stop();
    for (const event of events.eventNames()) events.emit(event);
    expect(events.eventNames()).toEqual([]);
    expect(told).toEqual([]);
  });
});
