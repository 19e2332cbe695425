import { expect, test } from 'vitest';
import type { Action } from '../../../electron/assess/view.ts';
import { trayMenu } from '../../../electron/show/tray-menu.ts';
import { healthy } from '../words/views.ts';

const words = { action: 'Do it', open: 'Open Vigil', quit: 'Quit Vigil' };
const open = { kind: 'open' } as const;

test('the menu always opens and quits Vigil', () => {
  expect(trayMenu({ ...healthy, action: { kind: 'none' } }, words)).toEqual([
    { kind: 'choice', label: 'Open Vigil', choice: open, enabled: true },
    { kind: 'separator' },
    { kind: 'choice', label: 'Quit Vigil', choice: { kind: 'quit' }, enabled: true },
  ]);
});

test('the menu does not offer to quit where the organisation does not want it', () => {
  expect(trayMenu({ ...healthy, action: { kind: 'none' } }, { ...words, quit: null })).toEqual([
    { kind: 'choice', label: 'Open Vigil', choice: open, enabled: true },
  ]);
});

const reactivate: Action = { kind: 'reactivate' };
const stop: Action = { kind: 'stop' };
const signInNow: Action = { kind: 'sign-in-now' };
const blocked: Action = { kind: 'blocked', verb: 'reactivate', why: 'offline', until: null };

test.each([
  [
    'what can only help is done at once',
    reactivate,
    { kind: 'intent', intent: { kind: 'reactivate' } },
    true,
  ],
  ['a sign-in that runs can be stopped', stop, { kind: 'intent', intent: { kind: 'stop' } }, true],
  ['on a Mac that works the popover opens, which warns first', signInNow, open, true],
  ['what is blocked cannot be chosen', blocked, open, false],
])('%s', (_rule, action, choice, enabled) => {
  const [first] = trayMenu({ ...healthy, action }, words);
  expect(first).toEqual({ kind: 'choice', label: 'Do it', choice, enabled });
});
