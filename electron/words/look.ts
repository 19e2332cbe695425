import type { View } from '../assess/view.ts';

/** The shapes of the icon in the menu bar; the popover shows the same one. They differ in shape, not only in colour. */
export type Glyph = 'quiet' | 'clock' | 'dots' | 'mark' | 'slashed' | 'hollow' | 'dotted' | 'moving';

/** How much it asks for attention: there is nothing to watch, all is well, soon, now. */
export type Tone = 'idle' | 'calm' | 'caution' | 'alarm';

/** The one table of shapes, for the icon and the popover. A Mac on which all is well shows the quiet shield throughout. */
export function glyphOf({ phase, atRisk, windowWaiting }: View): Glyph {
  switch (phase) {
    case 'unknown':
      return 'dotted';
    case 'unregistered':
      return 'hollow';
    case 'reactivating':
      return 'moving';
    case 'deactivated':
      return 'slashed';
    case 'overdue':
      return windowWaiting ? 'dots' : 'mark';
    case 'protected':
      return windowWaiting ? 'dots' : 'quiet';
    case 'due-soon':
      if (windowWaiting) return 'dots';
      return atRisk ? 'clock' : 'quiet';
    case 'checking':
      return windowWaiting || atRisk ? 'dots' : 'quiet';
  }
}

export function toneOf({ phase, attention }: View): Tone {
  if (phase === 'deactivated') return 'alarm';
  if (phase === 'unregistered' || phase === 'unknown') return 'idle';
  return attention ? 'caution' : 'calm';
}
