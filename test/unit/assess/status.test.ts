import { expect, test } from 'vitest';
import { statusOf } from '../../../electron/assess/status.ts';
import type { Assessment } from '../../../electron/assess/view.ts';
import { healthy, minuteMs, now, views } from '../words/views.ts';

const circumstances = { assessedAt: now, vigilVersion: '1.2.3', pid: 4242 };
const assessed = (view: Assessment['view']): Assessment => ({
  view,
  wants: [],
  nextAt: now + 15 * minuteMs,
  followLog: false,
});

test('the status tells the view in names and times that are stable', () => {
  expect(statusOf(assessed(healthy), circumstances)).toEqual({
    schema: 1,
    phase: 'protected',
    attention: false,
    atRisk: false,
    windowWaiting: false,
    since: '2026-11-25T12:20:00Z',
    lastSignInAt: '2026-11-25T12:20:00Z',
    lapsesAt: '2026-11-25T14:20:00Z',
    nextCheckFrom: '2026-11-25T14:20:00Z',
    nextCheckTo: '2026-11-25T14:35:00Z',
    notifications: 'asked',
    findings: [],
    assessedAt: '2026-11-25T13:08:00Z',
    nextAt: '2026-11-25T13:23:00Z',
    vigilVersion: '1.2.3',
    pid: 4242,
  });
});

test('what does not exist is left out', () => {
  const status = statusOf(assessed(views['unregistered, no Jamf']), { ...circumstances, pid: null });
  for (const name of ['lastSignInAt', 'lapsesAt', 'nextCheckFrom', 'nextCheckTo', 'pid']) {
    expect(status).not.toHaveProperty(name);
  }
});

test('whether the icon can be seen is told by the app, where it can be told', () => {
  const told = (iconVisible: boolean | null) =>
    statusOf(assessed(healthy), { ...circumstances, iconVisible }).iconVisible;
  expect([told(true), told(false)]).toEqual([true, false]);
  for (const unknown of [circumstances, { ...circumstances, iconVisible: null }]) {
    expect(statusOf(assessed(healthy), unknown)).not.toHaveProperty('iconVisible');
  }
});

test('times are whole seconds of years with four digits, whatever stood in the plist', () => {
  const status = statusOf(
    assessed({ ...healthy, since: -5, lastSignInAt: 1e18, lapsesAt: now + 999 }),
    circumstances,
  );
  expect(status.since).toBe('1970-01-01T00:00:00Z');
  expect(status.lastSignInAt).toBe('9999-12-31T23:59:59Z');
  expect(status.lapsesAt).toBe('2026-11-25T13:08:00Z');
});
