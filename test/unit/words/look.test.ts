import { expect, test } from 'vitest';
import { type Glyph, glyphOf, type Tone, toneOf } from '../../../electron/words/look.ts';
import { type Recorded, views } from './views.ts';

test.each<[Recorded, Glyph, Tone]>([
  ['protected', 'shield', 'calm'],
  ['protected, offline', 'shield', 'calm'],
  ['due-soon', 'shield', 'calm'],
  ['due-soon, at risk', 'clock', 'caution'],
  ['checking', 'shield', 'calm'],
  ['checking, at risk', 'dots', 'caution'],
  ['checking, window waiting', 'dots', 'caution'],
  ['overdue', 'mark', 'caution'],
  ['reactivating', 'moving', 'calm'],
  ['deactivated', 'slash', 'alarm'],
  ['unregistered, no Jamf', 'hollow', 'calm'],
  ['unknown, damaged', 'dotted', 'calm'],
])('%s looks like %s and is %s', (name, glyph, tone) => {
  expect(glyphOf(views[name])).toBe(glyph);
  expect(toneOf(views[name])).toBe(tone);
});
