import type { View } from '../assess/view.ts';

/** Whether there is an icon in the menu bar: always, only while something needs the person, or never. */
export type IconVisibility = 'always' | 'whenNeeded' | 'never';

/**
 * Whether the icon should be there now. The watch goes on without it, notifications come, and Vigil that is opened again
 * shows its window.
 */
export function isIconWanted(view: View, visibility: IconVisibility): boolean {
  switch (visibility) {
    case 'always':
      return true;
    case 'never':
      return false;
    case 'whenNeeded':
      return needsPerson(view) || hasUnseenResult(view);
  }
}

function needsPerson({ attention, phase, windowWaiting }: View): boolean {
  return attention || windowWaiting || ['reactivating', 'deactivated', 'overdue'].includes(phase);
}

function hasUnseenResult({ attempt }: View): boolean {
  return attempt !== null && attempt.outcome !== null && !attempt.isSeen;
}
