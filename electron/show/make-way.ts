import type { View, Want } from '../assess/view.ts';

/**
 * The attempt of ours to whose sign-in window the popover should make way: it is known to be there. Null where no
 * notification could say where to look for it: then the popover, which does, had better stay.
 */
export function makesWayFor(view: View): string | null {
  return view.notifications === 'asked' ? attemptWithWindow(view) : null;
}

/**
 * What has to be said in place of a popover that has made way. It was still in front, so the window has opened behind
 * others: macOS lets no app push itself forward. Only the popover knows that; usually the person is in that window, and a
 * notification would be one prompt too many.
 */
export function wantsInItsPlace(view: View, madeWayFor: string | null): readonly Want[] {
  const attempt = attemptWithWindow(view);
  if (attempt === null || attempt !== madeWayFor) return [];
  return [{ key: `attempt:${attempt}/window`, cause: { kind: 'window-waiting' } }];
}

/** A sign-in window that comes now must be able to lie above the popover. */
export function mayOpenSignInWindow({ phase, windowWaiting }: View): boolean {
  return phase === 'reactivating' || windowWaiting;
}

function attemptWithWindow({ phase, windowWaiting, attempt }: View): string | null {
  return phase === 'reactivating' && windowWaiting && attempt !== null ? attempt.id : null;
}
