import { afterEach, describe, expect, test } from 'vitest';
import { assess } from '../../../electron/assess/assess.ts';
import type { Facts } from '../../../electron/assess/facts.ts';
import type { LedgerEntry } from '../../../electron/assess/ledger-entry.ts';
import { news } from '../../../electron/assess/remember.ts';
import { dayMs, hourMs, minuteMs, secondMs } from '../../../electron/assess/rules.ts';
import { glyphOf } from '../../../electron/words/look.ts';
import { at, event, facts, noon, policy, reading, run } from './given.ts';

const homeZone = process.env.TZ;
afterEach(() => {
  process.env.TZ = homeZone;
});

/** What was seen of a Mac, by the minute. */
type Seen = { readonly notifications: Set<string>; readonly glyphs: Set<string>; minutes: number };

/** A Mac on which every silent sign-in works; looked at every minute of its waking, and at each `nextAt`. */
class HealthyMac {
  readonly ledger: LedgerEntry[] = [];
  readonly seen: Seen = { notifications: new Set(), glyphs: new Set(), minutes: 0 };
  lastSignInAt = noon;
  #awakeSince = at.hours(-1);

  wake(now: number): void {
    this.#awakeSince = now;
  }

  look(now: number, changes: Partial<Facts> = {}): void {
    const given = facts({
      plist: reading({ lastSignInAt: this.lastSignInAt }),
      presence: { locked: false, awakeSince: this.#awakeSince },
      agentRuns: { runs: [], readAt: now },
      startedAt: at.hours(-1),
      ...changes,
    });
    this.ledger.push(...news(given, this.ledger, now));
    const { wants, view, nextAt } = assess(given, this.ledger, policy, now);
    this.seen.minutes += 1;
    this.seen.glyphs.add(`${glyphOf(view)}${view.attention ? ', asks for attention' : ''}`);
    for (const { key } of wants) this.seen.notifications.add(key);
    expect(nextAt).toBeGreaterThan(now);
  }

  /** The agent runs for half a minute, and is seen at it. */
  signIn(now: number): void {
    this.look(now, { agentRuns: { runs: [run(now)], readAt: now } });
    this.lastSignInAt = now + 30 * secondMs;
    this.ledger.push(event('signed-in', this.lastSignInAt, { key: `signed-in@${this.lastSignInAt}` }));
    this.look(this.lastSignInAt);
  }
}

/**
 * Ten hours with the lid open, from `openedAt` on. launchd makes up for what was due in the night some minutes after that.
 * @returns how many sign-ins there were
 */
function liveDay(mac: HealthyMac, openedAt: number, madeUpForMinutes: number): number {
  mac.wake(openedAt);
  let windows = 0;
  let due = Math.max(mac.lastSignInAt + 2 * hourMs, openedAt) + madeUpForMinutes * minuteMs;
  for (let now = openedAt; now < openedAt + 10 * hourMs; now += minuteMs) {
    const locked = now > openedAt + 4 * hourMs && now < openedAt + 5 * hourMs;
    mac.look(now, { presence: { locked, awakeSince: openedAt } });
    if (now < due) continue;
    mac.signIn(now + secondMs);
    windows += 1;
    due = mac.lastSignInAt + (120 + (windows % 13)) * minuteMs;
  }
  return windows;
}

const quiet = { notifications: new Set(), glyphs: new Set(['quiet']) };

describe('a healthy week makes no sound, and its icon never changes', () => {
  test('84 windows one after the other, each renewed up to a quarter of an hour after the lapse', () => {
    const mac = new HealthyMac();
    for (let window = 0; window < 84; window++) {
      const renewedAt = mac.lastSignInAt + (120 + (window % 15)) * minuteMs;
      for (let now = mac.lastSignInAt + minuteMs; now < renewedAt; now += minuteMs) mac.look(now);
      mac.signIn(renewedAt);
    }
    expect(mac.seen).toMatchObject(quiet);
    expect(mac.seen.minutes).toBeGreaterThan(84 * 120);
  });

  test.each(['America/New_York', 'Asia/Kolkata'])(
    'with nights, a locked lunch break and weekends asleep, and from Tuesday on in %s',
    (zone) => {
      const mac = new HealthyMac();
      let windows = 0;
      // From Wednesday on; at the weekends the lid stays closed.
      for (const day of [0, 1, 2, 5, 6, 7, 8, 9, 12]) {
        if (day === 6) process.env.TZ = zone;
        windows += liveDay(mac, noon + day * dayMs, 3 + (day % 3));
      }
      expect(mac.seen).toMatchObject(quiet);
      expect(windows).toBeGreaterThan(40);
    },
  );
});

test('the measure can fail: one silent failure changes the icon of the next window', () => {
  const mac = new HealthyMac();
  mac.ledger.push(event('silent-failed', at.minutes(5)));
  for (let now = noon; now < at.minutes(130); now += minuteMs) mac.look(now);
  expect(mac.seen.glyphs).toContain('clock, asks for attention');
  expect(mac.seen.notifications.size).toBeGreaterThan(0);
});
