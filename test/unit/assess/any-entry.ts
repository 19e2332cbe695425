import fc from 'fast-check';
import type { PlistEntry } from '../../../electron/assess/ledger-entry.ts';

/** Any reading of the plist, its times of this kind. */
export function anyPlist(instant: fc.Arbitrary<number>): fc.Arbitrary<PlistEntry> {
  return fc.record({
    type: fc.constant('plist' as const),
    at: instant,
    state: fc.constant('read' as const),
    lastSignInAt: fc.option(instant),
    registered: fc.option(fc.boolean()),
  });
}
