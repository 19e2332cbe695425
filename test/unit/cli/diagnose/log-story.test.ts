import { describe, expect, it } from 'vitest';
import { LogStory } from '../../../../electron/cli/diagnose/log-story.ts';
import { timelineOf } from '../../../../electron/cli/diagnose/timeline.ts';
import { pictureOf } from '../../../../electron/cli/diagnose/timeline-picture.ts';
import type { ExportedRecord } from '../../../../electron/sense/exported-log/exported-record.ts';

function record(message: string, at: number): ExportedRecord {
  return {
    message,
    at,
    subsystem: 'com.jamf.management.jamfAAD',
    category: '',
    processPath: 'Jamf Conditional Access',
    pid: 1,
    uid: null,
    key: `${at}`,
    level: null,
    source: { file: 'a.log', line: at },
  };
}

const signedIn = 'AAD ID acquired for macOS user account jane.doe';
const failed = 'No AAD ID found for macOS user account jane.doe';
const flow = 'Beginning silent flow.';

function storyOf(messages: readonly string[], most?: number): LogStory {
  const story = new LogStory(null, most);
  for (const [i, message] of messages.entries()) story.add(record(message, i + 1));
  return story;
}

describe('the story of a log', () => {
  it('counts what it knows and what it does not', () => {
    const story = storyOf([signedIn, 'hm', failed, signedIn]);
    expect(Object.fromEntries(story.counts)).toEqual({ 'signed-in': 2, 'sign-in-failed': 1 });
    expect(story.unknown).toBe(1);
    expect(story.leftOut).toBe(0);
  });

  it('keeps the newest events of each name, however many there are, and counts all', () => {
    const story = storyOf([failed, ...Array.from({ length: 10_000 }, () => signedIn), failed], 3);
    expect(story.events().map(({ event, source }) => [event.name, source.line])).toEqual([
      ['sign-in-failed', 1],
      ['signed-in', 9999],
      ['signed-in', 10_000],
      ['signed-in', 10_001],
      ['sign-in-failed', 10_002],
    ]);
    expect(story.leftOut).toBe(9997);
    expect(Object.fromEntries(story.counts)).toEqual({ 'signed-in': 10_000, 'sign-in-failed': 2 });
  });
});

describe('the timeline', () => {
  it('tells what happened, the same in a row once, and leaves out how the library went', () => {
    const events = storyOf([signedIn, flow, signedIn, flow, failed, signedIn]).events();
    expect(
      timelineOf(events).map(({ name, fromAt, toAt, count, lane }) => [name, fromAt, toAt, count, lane]),
    ).toEqual([
      ['signed-in', 1, 3, 2, 'signed-in'],
      ['sign-in-failed', 5, 5, 1, 'failed'],
      ['signed-in', 6, 6, 1, 'signed-in'],
    ]);
  });

  it('as a picture, is made of few marks however many events there are', () => {
    const picture = pictureOf(
      storyOf(Array.from({ length: 2000 }, (_, i) => (i % 2 ? failed : signedIn))).events(),
    );
    expect(picture?.counts).toEqual({ 'signed-in': 1000, failed: 1000, cause: 0 });
    expect(picture?.marks.length).toBeLessThanOrEqual(302);
    expect(picture?.marks.reduce((sum, { count }) => sum + count, 0)).toBe(2000);
  });

  it('as a picture, is none where nothing happened', () => {
    expect(pictureOf(storyOf([flow, 'hm']).events())).toBeNull();
  });
});
