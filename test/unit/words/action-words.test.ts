import { describe, expect, test } from 'vitest';
import type { Action, View } from '../../../electron/assess/view.ts';
import { actionWords } from '../../../electron/words/action-words.ts';
import { said } from './said.ts';
import { now, views } from './views.ts';

const offered = (view: View, action: Action = view.action) => {
  const words = actionWords({ ...view, action });
  return words && { ...words, label: said(words.label), blocked: said(words.blocked) };
};

describe('the action', () => {
  test('of a Mac that has lost its access is prominent and done at once', () => {
    expect(offered(views.deactivated)).toEqual({
      verb: 'reactivate',
      label: 'Sign In Again',
      emphasis: 'primary',
      blocked: null,
      confirm: null,
    });
  });

  test('of a Mac that works says first what a closed window costs', () => {
    const words = actionWords(views.protected);
    expect(said(words?.label ?? null)).toBe('Sign In Now…');
    expect(said(words?.confirm?.sentence ?? null)).toMatch(
      /close it before the end, company access is switched off/,
    );
  });

  test('invites nobody while all is well', () => {
    expect(offered(views.protected)?.emphasis).toBe('quiet');
    expect(offered(views['checking, at risk'])?.emphasis).toBe('primary');
  });

  test('of a running sign-in is to stop it', () => {
    expect(offered(views.reactivating)).toMatchObject({ label: 'Stop Sign-In', emphasis: 'quiet' });
  });

  test('that is blocked says why, and when that ends', () => {
    expect(offered(views['deactivated, offline'])).toMatchObject({
      label: 'Sign In Again',
      blocked: 'This Mac is offline. Please connect it first: without the internet a sign-in can only fail.',
    });
    const until = now + 90_000;
    const tooSoon = { kind: 'blocked', verb: 'reactivate', why: 'too-soon', until } as const;
    // 13:09:30: at 13:09 it would not work yet.
    expect(offered(views.deactivated, tooSoon)?.blocked).toContain('You can try again at 13:10.');
  });

  test('that is blocked on a Mac on which all is well is no topic', () => {
    expect(offered(views['protected, offline'])).toBeNull();
  });

  test('gives way to a window that already waits', () => {
    expect(offered(views['checking, window waiting'])).toBeNull();
  });
});
