import { readFile } from 'node:fs/promises';
import { parseBinary } from 'plist';
import { describe, expect, it } from 'vitest';
import { macLayout } from '../../mac/layout.ts';
import type { Mac } from '../../mac/mac.ts';
import { readDictionary } from '../../mac/plist-file.ts';
import { temporaryMac } from '../../mac/temporary-mac.ts';
import { until } from '../../mac/until.ts';

const hourMs = 3_600_000;
const acquired = expect.stringMatching(/^AAD ID acquired for macOS user account \S+\n$/);
const notFound = expect.stringMatching(/^No AAD ID found for macOS user account \S+\n$/);

async function messages(mac: Mac): Promise<readonly string[]> {
  const lines = (await readFile(mac.layout.logStore, 'utf8')).trim().split('\n');
  // The envelope of MSAL's lines goes; it has a test of its own.
  return lines.filter(Boolean).map((line) => JSON.parse(line).eventMessage.replace(/^TID=.*?\] /, ''));
}

async function timestamp(mac: Mac): Promise<number> {
  return Number((await mac.readPlist()).last_aad_token_timestamp) * 1000;
}

describe('a run by hand', { timeout: 30_000 }, () => {
  it('signs in silently: the plist gets a new time, the log and stdout say so', async () => {
    const mac = await temporaryMac({ registered: false, lastSignInAt: Date.now() - 9 * hourMs });
    const before = Date.now();
    const run = await mac.runByHand();
    expect(await run.ended).toEqual({ code: 0, signal: null, stdout: acquired });
    expect(await timestamp(mac)).toBeGreaterThanOrEqual(before);
    expect((await mac.readPlist()).have_an_Azure_id).toBe(true);
    expect((await messages(mac)).at(-1)).toBe(
      `AAD ID acquired for macOS user account ${mac.layout.userName}`,
    );
  });

  it('leaves a binary plist with a boolean and a real that has a fraction', async () => {
    const mac = await temporaryMac();
    await (await mac.runByHand()).ended;
    const bytes = await readFile(mac.layout.aadPlist);
    expect(bytes.subarray(0, 8).toString()).toBe('bplist00');
    // 0x23 marks an 8-byte real; an integer would be 0x13 or shorter.
    expect(bytes.includes(0x23)).toBe(true);
    expect(parseBinary(bytes)).toEqual({
      have_an_Azure_id: true,
      last_aad_token_timestamp: expect.any(Number),
    });
    expect(Number.isInteger((await mac.readPlist()).last_aad_token_timestamp)).toBe(false);
  });

  it('opens a window when the silent sign-in fails, and is done when the person signs in there', async () => {
    const mac = await temporaryMac({ behaviour: { silent: 'fails' } });
    const run = await mac.runByHand();
    await until('the window is open', () => mac.windowIsOpen());
    expect(await mac.agentProcesses()).toHaveLength(1);
    await mac.answerWindow('sign-in');
    expect((await run.ended).stdout).toEqual(acquired);
    expect(await mac.windowIsOpen()).toBe(false);
  });

  it.each(['cancel', 'close', 'fail', 'miss'] as const)(
    'deactivates the Mac when the person makes it "%s"',
    async (answer) => {
      const lastSignInAt = Date.now() - hourMs;
      const mac = await temporaryMac({ lastSignInAt, behaviour: { silent: 'fails' } });
      const run = await mac.runByHand();
      await mac.answerWindow(answer);
      expect((await run.ended).stdout).toEqual(notFound);
      expect((await mac.readPlist()).have_an_Azure_id).toBe(false);
      expect(await timestamp(mac)).toBeCloseTo(lastSignInAt, -1); // the time of the last success stays
      const code = answer === 'cancel' || answer === 'close' ? -50_005 : -50_000;
      expect(await messages(mac)).toEqual([
        'Beginning silent broker extension flow.',
        'Processing an AAD error with error code -51412, error invalid_grant',
        'acquireTokenSilent returning with error: (MSALErrorDomain, -50002) Masked(not-null)',
        'Beginning interactive broker extension flow.',
        `acquireToken returning with error: (MSALErrorDomain, ${code}) Masked(not-null)`,
        'Did not get a token from acquireTokenInteractive, sending an empty token.',
        `No AAD ID found for macOS user account ${mac.layout.userName}`,
      ]);
    },
  );

  it('gives MSAL lines their envelope, with one correlation id for the run', async () => {
    const mac = await temporaryMac();
    await (await mac.runByHand()).ended;
    const lines = (await readFile(mac.layout.logStore, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const envelope =
      /^TID=\d+ MSAL 1\.2\.14 Mac 15\.5\.0 \[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d - ([0-9A-F-]{36})\] /;
    const ids = lines
      .filter(({ category }) => category === 'msal')
      .map(({ eventMessage }) => envelope.exec(eventMessage)?.[1]);
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toBeDefined();
  });

  it.each(['offline', 'captive'] as const)(
    'deactivates a working Mac at once when it is %s',
    async (network) => {
      const mac = await temporaryMac({ network });
      const run = await mac.runByHand();
      expect((await run.ended).stdout).toEqual(notFound);
      expect((await mac.readPlist()).have_an_Azure_id).toBe(false);
    },
  );

  it('hangs, crashes, is deaf to SIGTERM or leaves the plist alone where a test wants it', async () => {
    const mac = await temporaryMac({ behaviour: { silent: 'fails', window: 'hangs', ignoresTerm: true } });
    const hanging = await mac.runByHand();
    await mac.answerWindow('sign-in');
    process.kill(hanging.pid, 'SIGTERM');
    await mac.setBehaviour({ silent: 'crashes', ignoresTerm: false });
    expect(await (await mac.runByHand()).ended).toEqual({ code: null, signal: 'SIGSEGV', stdout: '' });
    await mac.setBehaviour({ silent: 'succeeds', writesPlist: false });
    const before = await mac.readPlist();
    await (await mac.runByHand()).ended;
    expect(await mac.readPlist()).toEqual(before);
    expect((await mac.agentProcesses()).map(({ pid }) => pid)).toEqual([hanging.pid]);
    await mac.killAgents();
    expect(await hanging.ended).toMatchObject({ signal: 'SIGKILL' });
    expect(await mac.windowIsOpen()).toBe(false);
  });

  it('for another account touches the plist of that account', async () => {
    const mac = await temporaryMac();
    const before = await mac.readPlist();
    const run = await mac.runByHand(['gatherAADInfo'], { uid: 502, userName: 'other' });
    expect((await run.ended).stdout).toBe('AAD ID acquired for macOS user account other\n');
    expect(await mac.readPlist()).toEqual(before);
    const other = await readDictionary(macLayout(mac.dir, 'other').aadPlist);
    expect(other.have_an_Azure_id).toBe(true);
    const records = (await readFile(mac.layout.logStore, 'utf8')).trim().split('\n');
    expect(records.map((line) => JSON.parse(line).userID)).toEqual(records.map(() => 502));
  });

  it('answers by itself after a while where a test wants it', async () => {
    const mac = await temporaryMac({ behaviour: { silent: 'fails', window: 'cancel', windowMs: 50 } });
    expect((await (await mac.runByHand()).ended).stdout).toEqual(notFound);
  });

  it('tells its version and its verbs', async () => {
    const mac = await temporaryMac({ jamfVersion: '11.3.1' });
    expect(await (await mac.runByHand(['version'])).ended).toMatchObject({ stdout: 'version=11.3.1\n' });
    expect((await (await mac.runByHand(['help'])).ended).stdout).toContain('gatherAADInfo');
  });
});

describe('a run by launchd', { timeout: 30_000 }, () => {
  async function runs(mac: Mac): Promise<boolean> {
    const before = await mac.readPlist();
    await (await mac.runAgent())?.ended;
    const changed = JSON.stringify(await mac.readPlist()) !== JSON.stringify(before);
    expect((await messages(mac)).length > 0).toBe(changed);
    return changed;
  }

  it('renews a sign-in that is two hours old, and leaves a younger one alone', async () => {
    const mac = await temporaryMac({ lastSignInAt: Date.now() - 2 * hourMs + 30_000 });
    expect(await runs(mac)).toBe(false);
    await mac.setLastSignIn(Date.now() - 2 * hourMs);
    expect(await runs(mac)).toBe(true);
  });

  it('does nothing on a deactivated Mac, however old the sign-in', async () => {
    const mac = await temporaryMac({ registered: false, lastSignInAt: Date.now() - 9 * hourMs });
    expect(await runs(mac)).toBe(false);
  });

  it.each([
    ['11.4.1', true],
    ['11.5.0', false],
    ['11.12.0', false],
    ['12.0', false],
    ['10.50.0', true],
  ])('on Jamf Pro %s recurs: %s', async (jamfVersion, expected) => {
    const mac = await temporaryMac({ jamfVersion, lastSignInAt: Date.now() - 9 * hourMs });
    expect(await runs(mac)).toBe(expected);
  });

  it('starts no second one, and none where there is no LaunchAgent', async () => {
    const mac = await temporaryMac({ lastSignInAt: Date.now() - 9 * hourMs, behaviour: { silent: 'fails' } });
    await mac.runAgent();
    await until('the agent runs', async () => (await mac.agentProcesses()).length === 1);
    expect(await mac.runAgent()).toBeNull();
    const without = await temporaryMac({ launchAgent: false });
    expect(await without.runAgent()).toBeNull();
  });
});
