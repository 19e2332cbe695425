import type { View } from '../assess/view.ts';
import { type Message, message } from './catalog.ts';

/** What is left until the next check, for a ring that empties. */
export type WindowWords = {
  /** What is left of the window, 1 (just signed in) to 0 (lapsed). */
  readonly share: number;
  readonly left: Message;
};

/** Null where nothing lapses, and where it is beside the point: a window waits, or the check has not come. */
export function windowWords(view: View, now: number): WindowWords | null {
  const { lapsesAt, lastSignInAt, nextCheckFrom, windowWaiting } = view;
  if (windowWaiting) return null;
  if (lapsesAt === null || lastSignInAt === null || nextCheckFrom === null || lapsesAt <= lastSignInAt)
    return null;
  const leftMs = lapsesAt - now;
  return {
    share: Math.min(1, Math.max(0, leftMs / (lapsesAt - lastSignInAt))),
    left: leftMs > 0 ? message('window.left', { left: leftMs }) : message('window.due'),
  };
}
