import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../../electron/assess/assess.ts';
import type { Facts } from '../../../electron/assess/facts.ts';
import type { LedgerEntry } from '../../../electron/assess/ledger-entry.ts';
import { logEventNames } from '../../../electron/assess/log-event.ts';
import type { Policy } from '../../../electron/assess/policy.ts';
import { dayMs, freshMs, hourMs, minuteMs } from '../../../electron/assess/rules.ts';
import { anyPlist } from './any-entry.ts';
import { attemptAt, event, exited, facts, noon, reading, run } from './given.ts';

/** Instants from a week before noon to a few hours after, often at the very borders of the rules. */
const instant = fc.oneof(
  fc.integer({ min: noon - 7 * dayMs, max: noon + 4 * hourMs }),
  fc
    .constantFrom(-1440, -240, -150, -140, -135, -130, -125, -120, -110, -60, -10, -2, -1, 0, 1, 5, 6)
    .map((n) => noon + n * minuteMs),
);
const recently = fc.integer({ min: noon - 3 * hourMs, max: noon });

const plist: fc.Arbitrary<Facts['plist']> = fc.oneof(
  fc.constant({ kind: 'absent' } as const),
  fc.constant({ kind: 'unreadable', why: 'malformed' } as const),
  fc
    .record({ lastSignInAt: fc.option(instant), registered: fc.option(fc.boolean()), writtenAt: instant })
    .map(reading),
);

const attempt: fc.Arbitrary<Facts['attempt']> = fc.oneof(
  fc.constant({ kind: 'none' } as const),
  recently.map((startedAt) => ({ kind: 'running', attempt: attemptAt(startedAt) }) as const),
  fc
    .tuple(recently, fc.integer({ min: 0, max: hourMs }))
    .map(
      ([startedAt, lastedMs]) =>
        ({ kind: 'ended', attempt: attemptAt(startedAt), end: exited(startedAt + lastedMs) }) as const,
    ),
);

const someFacts: fc.Arbitrary<Facts> = fc
  .record({
    plist,
    attempt,
    version: fc.constantFrom('11.4.0', '11.12.1', null),
    locked: fc.boolean(),
    awakeSince: fc.option(recently),
    startedAt: recently,
    runs: fc.array(
      recently.map((startedAt) => run(startedAt)),
      { maxLength: 2 },
    ),
    readAt: fc.integer({ min: noon - 20 * minuteMs, max: noon }),
  })
  .map(({ plist, attempt, version, locked, awakeSince, startedAt, runs, readAt }) =>
    facts({
      plist,
      attempt,
      startedAt,
      jamf: { kind: 'present', version },
      presence: { locked, awakeSince },
      agentRuns: { runs, readAt },
    }),
  );

const ledgerEntry: fc.Arbitrary<LedgerEntry> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...logEventNames), instant)
    .map(([name, eventAt]) => event(name, Math.min(eventAt, noon))),
  anyPlist(instant),
);
const ledger = fc.array(ledgerEntry, { maxLength: 8 });
const policy: fc.Arbitrary<Policy> = fc.record({
  warnMs: fc.integer({ min: minuteMs, max: hourMs }),
  warnBeforeLapse: fc.constantFrom('always', 'atRisk', 'never'),
  notificationsAllowed: fc.boolean(),
});

const runs = { numRuns: 2000 } as const;

describe('nextAt is exact', () => {
  it('the answer is the same at any time before it', () => {
    fc.assert(
      fc.property(
        someFacts,
        ledger,
        policy,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (given, entries, chosen, part) => {
          const { nextAt, ...first } = assess(given, entries, chosen, noon);
          const between = noon + Math.floor((nextAt - 1 - noon) * part);
          const { nextAt: again, ...second } = assess(given, entries, chosen, between);
          expect(second).toEqual(first);
          expect(again).toBeGreaterThanOrEqual(nextAt);
        },
      ),
      runs,
    );
  });

  it('at it the answer is another one, or facts are due to be read again', () => {
    fc.assert(
      fc.property(someFacts, ledger, policy, (given, entries, chosen) => {
        const { nextAt, ...first } = assess(given, entries, chosen, noon);
        const { nextAt: _later, ...second } = assess(given, entries, chosen, nextAt);
        const due = nextAt >= given.agentRuns.readAt + freshMs.running;
        if (!due) expect(second).not.toEqual(first);
      }),
      runs,
    );
  });

  it('it lies ahead, and no further than a quarter of an hour after the last reading', () => {
    fc.assert(
      fc.property(someFacts, ledger, policy, (given, entries, chosen) => {
        const { nextAt } = assess(given, entries, chosen, noon);
        expect(nextAt).toBeGreaterThan(noon);
        expect(nextAt).toBeLessThanOrEqual(Math.max(given.agentRuns.readAt + 15 * minuteMs, noon + 1000));
      }),
      runs,
    );
  });
});

describe('assessing twice wants nothing new', () => {
  it('once everything wanted is posted, the same is wanted and nothing else', () => {
    fc.assert(
      fc.property(someFacts, ledger, policy, (given, entries, chosen) => {
        const { wants } = assess(given, entries, chosen, noon);
        const posted = wants.map(
          ({ key }): LedgerEntry => ({ type: 'notification', what: 'posted', at: noon, key }),
        );
        expect(assess(given, [...entries, ...posted], chosen, noon).wants).toEqual(wants);
      }),
      runs,
    );
  });
});
