import { expect, test } from 'vitest';
import { type Glyph, glyphOf, type Tone, toneOf } from '../../../electron/words/look.ts';
import { type Recorded, views } from './views.ts';

test.each<[Recorded, Glyph, Tone]>([
  ['protected', 'quiet', 'calm'],
  ['protected, offline', 'quiet', 'calm'],
  ['due-soon', 'quiet', 'calm'],
  ['due-soon, at risk', 'clock', 'caution'],
  ['checking', 'quiet', 'calm'],
  ['checking, at risk', 'dots', 'caution'],
  ['checking, window waiting', 'dots', 'caution'],
  ['overdue', 'mark', 'caution'],
  ['reactivating', 'moving', 'calm'],
  ['deactivated', 'slashed', 'alarm'],
  ['unregistered, no Jamf', 'hollow', 'idle'],
  ['unknown, damaged', 'dotted', 'idle'],
])('%s looks like %s and is %s', (name, glyph, tone) => {
  expect(glyphOf(views[name])).toBe(glyph);
  expect(toneOf(views[name])).toBe(tone);
});
