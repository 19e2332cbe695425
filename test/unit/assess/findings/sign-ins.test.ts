import { describe, expect, it } from 'vitest';
import { readClues } from '../../../../electron/assess/findings/clues.ts';
import { noId, signedIn, silentFailed, story } from '../log-story.ts';

describe('sign-ins are told apart', () => {
  it('by their process, and by the agent’s word on each', () => {
    const clues = readClues(
      story([0, silentFailed], [5, noId], [10, silentFailed], [11, signedIn], [20, silentFailed, 4242]),
    );
    expect(clues.failures).toHaveLength(3);
  });

  it('a process id that comes back the next day belongs to another one', () => {
    expect(readClues(story([0, silentFailed], [13 * 3600, silentFailed])).failures).toHaveLength(2);
  });
});
