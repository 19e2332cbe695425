import { describe, expect, test } from 'vitest';
import type { CannotStart } from '../../../electron/assess/facts.ts';
import type { LogEvent } from '../../../electron/assess/log-event.ts';
import type { Outcome } from '../../../electron/assess/view.ts';
import { cannotStartWords, outcomeWords } from '../../../electron/words/outcome-words.ts';
import { said } from './said.ts';
import { now } from './views.ts';

const event = (name: LogEvent['name'], more: Partial<LogEvent> = {}): LogEvent => ({
  name,
  at: now,
  key: 'k',
  pid: 1,
  ...more,
});
const failed = (known: LogEvent | null): Outcome => ({ kind: 'failed', known });

/** Every reason, or this does not compile. */
const reasons: Record<CannotStart, RegExp> = {
  'not-installed': /missing.*tell your IT team/,
  'not-trusted': /altered.*tell your IT team/,
  'as-root': /run Vigil as yourself/,
  offline: /offline.*connect it first/,
  'captive-portal': /log in first.*in your browser; then try again/,
  'agent-running': /already running.*⌘ Tab/,
  'attempt-running': /already signing you in/,
  'too-soon': /wait two minutes/,
  'state-unknown': /cannot read.*tell your IT team/,
  'spawn-failed': /could not start.*try again/,
};

describe('what came of a sign-in', () => {
  test.each<[Outcome, string, RegExp]>([
    [{ kind: 'signed-in' }, 'Signed in', /That worked/],
    [{ kind: 'cancelled' }, 'The sign-in was cancelled', /closed before the end.*start again/],
    [{ kind: 'stopped' }, 'The sign-in was stopped', /You stopped it/],
    [failed(null), 'The sign-in did not work', /No reason was found.*try again/],
    [failed(event('silent-failed')), 'The sign-in did not work', /No reason was found/],
    [
      failed(event('aad-error', { oauthError: 'invalid_grant' })),
      'The sign-in did not work',
      /sign-in rules.*IT team/,
    ],
    [
      failed(event('aad-error', { oauthError: 'server_error' })),
      'The sign-in did not work',
      /service answered with an error/,
    ],
    [failed(event('sso-not-appsso-url')), 'The sign-in did not work', /try another network/],
    [failed(event('multiple-accounts')), 'The sign-in did not work', /Several work accounts/],
    [failed(event('interactive-failed')), 'The sign-in did not work', /window was not finished/],
    [{ kind: 'could-not-start', why: 'offline' }, 'No sign-in was started', /offline/],
  ])('%j is told in its own words', (outcome, title, sentence) => {
    const words = outcomeWords(outcome);
    expect(said(words.title)).toBe(title);
    expect(said(words.sentence)).toMatch(sentence);
  });

  test.each(Object.entries(reasons))('no sign-in because of %s says so and what to do', (why, words) => {
    const reason = (Object.keys(reasons) as CannotStart[]).find((known) => known === why);
    expect(said(cannotStartWords(reason ?? 'offline', null))).toMatch(words);
  });
});
