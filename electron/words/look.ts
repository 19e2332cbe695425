import type { View } from '../assess/view.ts';

/** The shapes of the icon in the menu bar; the popover shows the same one. They differ in shape, not only in colour. */
export type Glyph = 'shield' | 'clock' | 'dots' | 'mark' | 'slash' | 'hollow' | 'dotted' | 'moving';

/** How much it asks for attention: nothing, soon, now. */
export type Tone = 'calm' | 'caution' | 'alarm';

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
      return 'slash';
    case 'overdue':
      return windowWaiting ? 'dots' : 'mark';
    case 'protected':
      return windowWaiting ? 'dots' : 'shield';
    case 'due-soon':
      if (windowWaiting) return 'dots';
      return atRisk ? 'clock' : 'shield';
    case 'checking':
      return windowWaiting || atRisk ? 'dots' : 'shield';
  }
}

export function toneOf({ phase, attention }: View): Tone {
  if (phase === 'deactivated') return 'alarm';
  return attention ? 'caution' : 'calm';
}
