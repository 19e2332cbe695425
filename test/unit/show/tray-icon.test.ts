import { expect, test } from 'vitest';
import { type Phase, phases } from '../../../electron/assess/view.ts';
import { type Glyph, glyphOf } from '../../../electron/words/look.ts';
import { healthy } from '../words/views.ts';

type Icons = readonly [usually: Glyph, atRisk: Glyph, windowWaiting: Glyph];

const icons: Readonly<Record<Phase, Icons>> = {
  unknown: ['dotted', 'dotted', 'dotted'],
  unregistered: ['hollow', 'hollow', 'hollow'],
  reactivating: ['moving', 'moving', 'moving'],
  deactivated: ['slashed', 'slashed', 'slashed'],
  protected: ['quiet', 'quiet', 'dots'],
  'due-soon': ['quiet', 'clock', 'dots'],
  checking: ['quiet', 'dots', 'dots'],
  overdue: ['mark', 'mark', 'dots'],
};

test.each(phases)('%s has its icon, changed only by risk or a window that waits', (phase) => {
  const [usually, atRisk, windowWaiting] = icons[phase];
  const view = { ...healthy, phase };
  expect(glyphOf(view)).toBe(usually);
  expect(glyphOf({ ...view, atRisk: true })).toBe(atRisk);
  expect(glyphOf({ ...view, windowWaiting: true })).toBe(windowWaiting);
  expect(glyphOf({ ...view, atRisk: true, windowWaiting: true })).toBe(windowWaiting);
});
