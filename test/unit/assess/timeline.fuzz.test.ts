import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LedgerEntry } from '../../../electron/assess/ledger-entry.ts';
import { logEventNames } from '../../../electron/assess/log-event.ts';
import { recall } from '../../../electron/assess/memory.ts';
import { hourMs } from '../../../electron/assess/rules.ts';
import { timelineOf } from '../../../electron/assess/timeline.ts';
import { anyPlist } from './any-entry.ts';
import { event, noon } from './given.ts';

const instant = fc.integer({ min: noon - 3 * hourMs, max: noon });
const entry: fc.Arbitrary<LedgerEntry> = fc.oneof(
  fc.tuple(fc.constantFrom(...logEventNames), instant).map(([name, eventAt]) => event(name, eventAt)),
  anyPlist(instant),
);

it('whatever the ledger holds, the moments are in order, bounded, and switch off and on by turns', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 120 }), (ledger) => {
      const moments = timelineOf(recall(ledger), null);
      expect(moments.length).toBeLessThanOrEqual(60);
      expect(moments.map((moment) => moment.at)).toEqual(
        moments.map((moment) => moment.at).sort((a, b) => a - b),
      );
      const switches = moments.filter(({ kind }) => kind === 'deactivated' || kind === 'reactivated');
      expect(switches.some(({ kind }, i) => kind === switches[i - 1]?.kind)).toBe(false);
    }),
  );
});
