import { execFileSync } from 'node:child_process';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Facts } from '../../electron/assess/facts.ts';
import type { LedgerEntry } from '../../electron/assess/ledger-entry.ts';
import type { LogRecord } from '../../electron/assess/log-event.ts';
import type { Assessment } from '../../electron/assess/view.ts';
import { Engine, type Refreshed } from '../../electron/engine.ts';
import { at, facts, noon, policy, reading } from './assess/given.ts';

function start(
  given: Facts,
  refreshed: (which: Refreshed) => Partial<Facts> = () => ({}),
  now: () => number = () => noon,
) {
  const entries: LedgerEntry[] = [];
  const assessments: Assessment[] = [];
  const errors: unknown[] = [];
  const engine = new Engine({
    facts: given,
    ledger: { entries: () => entries, append: (more) => entries.push(...more) },
    policy,
    now,
    refresh: async (which) => refreshed(which),
    onAssessment: (assessment) => assessments.push(assessment),
    onError: (error) => errors.push(error),
  });
  onTestFinished(() => engine.stop());
  return { engine, entries, assessments, errors };
}

const settled = (assessments: readonly Assessment[], count: number) =>
  vi.waitFor(() => expect(assessments).toHaveLength(count), { timeout: 10_000 });

const line: LogRecord = {
  at: at.minutes(1),
  message: 'acquireTokenSilent returning with error: (MSALErrorDomain, -50002)',
  subsystem: 'com.jamf.management.jamfAAD',
  category: 'msal',
  processPath: '',
  pid: 4242,
  uid: 501,
  key: 'boot:1:1',
};

describe('the engine', () => {
  it('keeps exactly one timer while the Mac is protected, and none when stopped', () => {
    // In a process of its own: the test runner has timers too.
    const moduleUrl = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);
    const script = `
      import { Engine } from ${moduleUrl('../../electron/engine.ts')};
      import { facts, noon, policy } from ${moduleUrl('./assess/given.ts')};
      const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
      const engine = new Engine({
        facts: facts(), policy, now: () => noon, refresh: async () => ({}), onError: (error) => { throw error; },
        ledger: { entries: () => [], append: () => {} },
        onAssessment: ({ view }) => setImmediate(() => {
          const running = timers();
          engine.stop();
          process.stdout.write([view.phase, running, timers()].join(' '));
        }),
      });
      engine.begin({});`;
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    expect(output).toBe('protected 1 0');
  });

  it('answers a burst of news with one assessment', async () => {
    const { engine, assessments } = start(facts());
    engine.begin({});
    for (let n = 0; n < 100; n++) engine.update({ plist: reading({ lastSignInAt: at.seconds(-n) }) });
    await settled(assessments, 1);
    expect(assessments[0]?.view.lastSignInAt).toBe(at.seconds(-99));
  });

  it('reads the facts again at nextAt, and assesses what they say then', async () => {
    let now = noon;
    const due = facts({ plist: reading({ lastSignInAt: at.minutes(-110) + 50 }) });
    const { engine, assessments } = start(
      due,
      () => ({ agentRuns: { runs: [], readAt: now } }),
      () => now,
    );
    engine.begin({});
    await settled(assessments, 1);
    expect(assessments[0]?.view.phase).toBe('protected');
    now = noon + 50;
    await settled(assessments, 2);
    expect(assessments[1]?.view.phase).toBe('due-soon');
  });

  it('reads at a step of a sign-in what that may have changed, and all the rest when somebody asks', async () => {
    const read: Refreshed[] = [];
    const { engine } = start(facts(), (which) => {
      read.push(which);
      return {};
    });
    engine.begin({});
    engine.record(line);
    await engine.refresh();
    expect(read).toEqual(['news', 'all']);
  });

  it('tolerates a timer that comes hours late', async () => {
    let now = noon;
    const { engine, assessments } = start(
      facts(),
      () => ({ agentRuns: { runs: [], readAt: now } }),
      () => now,
    );
    engine.begin({});
    await settled(assessments, 1);
    now = at.hours(7);
    await engine.refresh();
    await settled(assessments, 2);
    expect(assessments[1]?.view.phase).toBe('overdue');
  });

  it('remembers a log event once, however often it is read', async () => {
    const { engine, entries, assessments } = start(facts());
    engine.begin({});
    for (let n = 0; n < 3; n++) engine.record(line);
    await settled(assessments, 1);
    expect(entries.filter(({ type }) => type === 'log')).toHaveLength(1);
    expect(assessments[0]?.view.atRisk).toBe(true);
  });

  it('does not read the ledger’s own events as new after a restart', async () => {
    const first = start(facts());
    first.engine.record(line);
    const second = start(facts());
    first.engine.stop();
    second.entries.push(...first.entries);
    second.engine.record(line);
    second.engine.stop();
    expect(second.entries.filter(({ type }) => type === 'log')).toHaveLength(1);
  });

  it('says nothing before the first facts are in', async () => {
    const { engine, assessments } = start(facts());
    engine.update({ network: { kind: 'online' } });
    engine.setPolicy({ ...policy, warnBeforeLapse: 'never' });
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    expect(assessments).toEqual([]);
    engine.begin({});
    await settled(assessments, 1);
  });

  it('assesses anew when the settings say something else, and only then', async () => {
    const { engine, assessments } = start(facts());
    engine.begin({});
    await settled(assessments, 1);
    engine.setPolicy({ ...policy });
    await new Promise(setImmediate);
    expect(assessments).toHaveLength(1);
    engine.setPolicy({ ...policy, warnMs: policy.warnMs + 1 });
    await settled(assessments, 2);
  });

  it('writes what it has seen before it stops', () => {
    const { engine, entries } = start(facts());
    engine.record(line);
    engine.stop();
    expect(entries).toMatchObject([{ type: 'log' }]);
  });

  it('hands what should never happen to the one handler, and goes on', async () => {
    let fails = true;
    const { engine, assessments, errors } = start(facts(), () => {
      if (fails) throw new Error('unheard of');
      return {};
    });
    engine.begin({});
    await engine.refresh();
    expect(errors).toHaveLength(1);
    fails = false;
    await engine.refresh();
    await settled(assessments, 1);
  });
});
