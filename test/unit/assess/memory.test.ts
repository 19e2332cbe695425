import { expect, it } from 'vitest';
import { recall } from '../../../electron/assess/memory.ts';
import { deactivation, msal, story } from './log-story.ts';

const toLedger = (events: ReturnType<typeof story>) =>
  events.map((event) => ({ type: 'log', at: event.at, event }) as const);

it('lines of one millisecond stay in the order in which they were written', () => {
  const begun = msal('Beginning silent flow.');
  const events = story(
    [0, begun],
    ...deactivation(msal('acquireTokenSilent'), 0).map(([, line]) => [1, line] as const),
    [1, begun],
  );
  expect(recall(toLedger(events)).events).toEqual(events);
});

it('lines that were read late take their place in time', () => {
  const events = story(...deactivation('', 5));
  expect(recall(toLedger(events.toReversed())).events).toEqual(events);
});
