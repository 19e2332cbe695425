import { symlink, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { build, type PlistValue } from 'plist';
import type { Status } from '../../../electron/assess/status.ts';
import { type Phase, phases } from '../../../electron/assess/view.ts';
import type { DeployMac } from './deploy-mac.ts';

// People whose status is in all the conditions that a fleet has, and what the extension attributes must say of each.

export const attributeNames = ['phase', 'since', 'last-sign-in', 'cause', 'version'] as const;

export type Answers = Readonly<Record<(typeof attributeNames)[number], string>>;

type Person = {
  readonly name: string;
  readonly condition: string;
  readonly expected: Answers;
  readonly put: (mac: DeployMac, statusPath: string) => Promise<unknown>;
};

type Condition = (status: Status, index: number) => Omit<Person, 'name'>;

const minuteMs = 60_000;
/** No system gives out process ids as high as this. */
export const deadPid = 9_999_999;
const unreadable: Answers = {
  phase: 'unreadable',
  since: '',
  'last-sign-in': '',
  cause: 'unreadable',
  version: 'unreadable',
};

export function fleet(size: number, first = 0): readonly Person[] {
  return Array.from({ length: size }, (_, offset) => {
    const index = first + offset;
    const condition = conditions[index % conditions.length] ?? isIn('protected');
    return { name: `person-${index}`, ...condition(statusNumber(index), index) };
  });
}

/** A status of now; no two are alike. */
function statusNumber(index: number): Status {
  const now = Date.now();
  return {
    schema: 1,
    phase: 'protected',
    attention: false,
    atRisk: index % 2 === 0,
    windowWaiting: false,
    since: iso(now - index * 7 * minuteMs),
    lastSignInAt: iso(now - index * 11 * minuteMs),
    notifications: 'asked',
    findings: index % 3 === 0 ? [] : ['window-missed', 'multiple-accounts'],
    assessedAt: iso(now),
    nextAt: iso(now + 10 * minuteMs),
    vigilVersion: `1.${index % 5}.0`,
    pid: process.pid,
  };
}

function iso(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** Of a status that can be read. */
function answersTo(status: Status, stale: boolean): Answers {
  return {
    phase: stale ? `stale (${status.phase})` : status.phase,
    since: jamfDate(status.since),
    'last-sign-in': jamfDate(status.lastSignInAt),
    cause: status.findings.slice(0, 5).join(', ') || 'none',
    version: status.vigilVersion,
  };
}

function jamfDate(time = ''): string {
  return time.replace('T', ' ').replace('Z', '');
}

const writes = (value: PlistValue) => (mac: DeployMac, path: string) => mac.put(path, `${build(value)}\n`);
const plain = (status: Status) => ({ ...status, findings: [...status.findings] });

function isIn(phase: Phase): Condition {
  return (given) => changed(phase, { ...given, phase }, false);
}

function changed(condition: string, status: Status, stale: boolean): Omit<Person, 'name'> {
  return { condition, expected: answersTo(status, stale), put: writes(plain(status)) };
}

/** What Vigil never writes: `expected` is said of the values that are not as they should be. */
function odd(
  condition: string,
  values: Readonly<Record<string, PlistValue>>,
  expected: Partial<Answers>,
): Condition {
  return (status) => ({
    condition,
    expected: { ...answersTo(status, false), ...expected },
    put: writes({ ...plain(status), ...values }),
  });
}

function damaged(condition: string, put: Person['put']): Condition {
  return () => ({ condition, expected: unreadable, put });
}

const content = (text: string | Uint8Array) => (mac: DeployMac, path: string) => mac.put(path, text);

const conditions: readonly Condition[] = [
  ...phases.map(isIn),
  (status) => changed('14 minutes overdue', { ...status, nextAt: iso(Date.now() - 14 * minuteMs) }, false),
  (status) => changed('16 minutes overdue', { ...status, nextAt: iso(Date.now() - 16 * minuteMs) }, true),
  (status) =>
    changed('left a year ago', { ...status, phase: 'deactivated', nextAt: '2025-11-25T12:00:00Z' }, true),
  (status) => changed('Vigil was ended', { ...status, phase: 'overdue', pid: deadPid }, true),
  ({ pid: _, ...status }) => changed('no process', status, true),
  ({ lastSignInAt: _, ...status }) => changed('never signed in', { ...status, phase: 'unregistered' }, false),
  odd('process 0', { pid: 0 }, { phase: 'stale (protected)' }),
  odd('a process group', { pid: -1 }, { phase: 'stale (protected)' }),
  odd('a process in words', { pid: '1; rm -rf /' }, { phase: 'stale (protected)' }),
  odd(
    'times that are none',
    { nextAt: 'tomorrow', since: 'now', lastSignInAt: 1.5 },
    { phase: 'stale (protected)', since: '', 'last-sign-in': '' },
  ),
  odd('a time with a tail', { since: '2026-11-25T12:00:00Z</result>' }, { since: '' }),
  odd(
    'times of the type date',
    { lastSignInAt: new Date('2026-11-25T12:00:00Z') },
    { 'last-sign-in': '2026-11-25 12:00:00' },
  ),
  odd('an unknown phase', { phase: 'splendid' }, { phase: 'unreadable' }),
  odd('a phase that is a number', { phase: 1 }, { phase: 'unreadable' }),
  odd(
    'markup',
    { phase: 'protected</result><result>', findings: ['<b>&amp;</b>'], vigilVersion: '1</result>' },
    { phase: 'unreadable', cause: 'unreadable', version: 'unreadable' },
  ),
  odd(
    'lines',
    { phase: 'protected\nprotected', findings: ['offline\noffline'], vigilVersion: '1\n2' },
    { phase: 'unreadable', cause: 'unreadable', version: 'unreadable' },
  ),
  odd(
    'shell',
    { phase: '$(id)', findings: ['`id`'], vigilVersion: '"; id; "' },
    { phase: 'unreadable', cause: 'unreadable', version: 'unreadable' },
  ),
  odd(
    'many causes',
    { findings: ['offline', 'window-missed', 'throttled', 'log-access-denied', 'setting-invalid', 'sixth'] },
    { cause: 'offline, window-missed, throttled, log-access-denied, setting-invalid' },
  ),
  odd('a cause without a list', { findings: 'offline' }, { cause: 'unreadable' }),
  odd(
    'endless words',
    { findings: ['a'.repeat(9000)], vigilVersion: '1'.repeat(9000) },
    { cause: 'unreadable', version: 'unreadable' },
  ),
  damaged('empty', content('')),
  damaged('cut off', (mac, path) =>
    mac.put(path, build({ phase: 'protected', pid: process.pid }).slice(0, 150)),
  ),
  damaged('noise', content(new Uint8Array(999).map((_, index) => (index * 7919) % 251))),
  damaged('nothing in it', writes({})),
  damaged('huge', async (mac, path) => {
    await writes({ phase: 'protected' })(mac, path);
    await truncate(mac.at(path), 2 ** 31);
  }),
  damaged('a folder', (mac, path) => mac.put(join(path, 'x'), 'x')),
  damaged('a link to the status of another', async (mac, path) => {
    await mac.put(`${path}.old`, build({ phase: 'protected', pid: process.pid }));
    await symlink(mac.at(`${path}.old`), mac.at(path));
  }),
  damaged('a link to nowhere', async (mac, path) => {
    await mac.put(`${path}.old`, '');
    await symlink('/nowhere', mac.at(path));
  }),
  damaged('a pipe that nobody writes to', async (mac, path) => {
    await mac.put(`${path}.old`, '');
    await execa('mkfifo', [mac.at(path)]);
  }),
  () => ({
    condition: 'never run',
    expected: { ...unreadable, phase: 'not-run', cause: 'not-run', version: 'not-run' },
    put: async () => undefined,
  }),
];

/** How many people it takes to have each condition once. */
export const everyCondition = conditions.length;

export async function install(mac: DeployMac, people: readonly Person[]): Promise<void> {
  await mac.installApp('1.0.0');
  for (const { name, put } of people) {
    await mac.makeHome(name, 501);
    await put(mac, `Users/${name}/Library/Application Support/Vigil/status.plist`);
  }
}

/** Asks each attribute about each person in turn, as `jamf recon` does on their Macs. */
export async function askAll(
  mac: DeployMac,
  people: readonly Person[],
): Promise<{ answers: readonly Answers[]; cpuMs: number }> {
  const scripts = await Promise.all(
    attributeNames.map((name) => mac.copyOf(`build/deploy/extension-attributes/vigil-${name}.sh`)),
  );
  // `times` tells what the processes that were started have used, in a second line.
  const loop =
    'while read -r CONSOLE_USER; do export CONSOLE_USER; for file; do sh "$file"; done; done; times';
  const { stdout } = await execa('sh', ['-c', loop, 'sh', ...scripts], {
    input: people.map(({ name }) => `${name}\n`).join(''),
  });
  const lines = stdout.split('\n');
  const results = lines.slice(0, people.length * attributeNames.length).map(resultOf);
  const answers = people.map((_, index) => {
    const [phase = '', since = '', lastSignIn = '', cause = '', version = ''] = results.slice(
      index * attributeNames.length,
    );
    return { phase, since, 'last-sign-in': lastSignIn, cause, version };
  });
  return { answers, cpuMs: cpuOf(lines.at(-1) ?? '') };
}

/** What Jamf Pro makes of a line of output. */
function resultOf(line: string): string {
  return /^<result>([^<>]*)<\/result>$/.exec(line)?.[1] ?? `not a result: ${line}`;
}

/** `0m1.230000s 0m0.450000s`: in the program, and in the system for it. */
function cpuOf(line: string): number {
  const times = Array.from(
    line.matchAll(/(\d+)m([\d.]+)s/g),
    ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds),
  );
  return times.reduce((sum, seconds) => sum + seconds * 1000, 0);
}
