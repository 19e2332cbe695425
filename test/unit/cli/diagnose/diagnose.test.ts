import { linkSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { logStyles } from '../../../../electron/sense/exported-log/exported-record.ts';
import { logOf, noon, other, signedIn } from '../../sense/exported-log/log-samples.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { deactivation, run } from './running.ts';

function fileWith(content: string | Uint8Array, name = 'jamf.log'): string {
  const file = join(tempFolder(), name);
  writeFileSync(file, content);
  return file;
}

describe('the exit code says', () => {
  it.each(logStyles)('1 when something went wrong, in %s style', async (style) => {
    expect((await run([fileWith(logOf(style, deactivation))])).exitCode).toBe(1);
  });

  it('0 when nothing did', async () => {
    const { exitCode, stdout, stderr } = await run([fileWith(logOf('default', [signedIn, other, signedIn]))]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain('Nothing wrong was found in what was read.');
  });

  it('0 when nothing is in it, which is said', async () => {
    const { exitCode, stdout } = await run([fileWith(logOf('compact', []))]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Nothing in it is about the company sign-in.');
  });

  it('65 when it is no log, and why', async () => {
    const file = fileWith('Dear IT,\n');
    const { exitCode, stdout, stderr } = await run([file]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 65, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^${file}: It is text, but not as log show or log stream print it`));
  });

  it('66 when it cannot be read, and what to do about a .logarchive', async () => {
    const folder = join(tempFolder(), 'system.logarchive');
    mkdirSync(folder);
    expect(await run([join(folder, 'none')])).toMatchObject({ exitCode: 66, stdout: '' });
    expect(await run([folder])).toMatchObject({
      exitCode: 66,
      stderr: expect.stringContaining('log show --archive'),
    });
  });

  it('73 when the page cannot be written', async () => {
    const file = fileWith(logOf('ndjson', [signedIn]));
    const { exitCode, stderr } = await run([file], { html: join(file, 'page.html') });
    expect({ exitCode, stderr }).toEqual({ exitCode: 73, stderr: expect.stringContaining('(ENOTDIR)') });
  });

  it('130 after Ctrl-C, also while it waits for input', async () => {
    const endless = new PassThrough();
    const onInterrupt = (listener: () => void) => {
      const immediate = setImmediate(listener);
      return () => clearImmediate(immediate);
    };
    const { exitCode, stdout } = await run(['-'], {}, { stdin: () => endless, onInterrupt });
    expect({ exitCode, stdout }).toEqual({ exitCode: 130, stdout: '' });
  });
});

describe('--json', () => {
  it('holds the counts, the span, the events and the findings', async () => {
    const file = fileWith(logOf('default', [other, ...deactivation]));
    const { stdout } = await run([file], { json: true });
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 1,
      vigilVersion: '1.2.3',
      style: 'default',
      records: 11,
      relevant: 10,
      unknown: 1,
      first: '2026-11-25T11:00:00.000Z',
      last: '2026-11-25T13:06:00.000Z',
      events: {
        'aad-error': 1,
        'interactive-failed': 1,
        'sign-in-failed': 1,
        'signed-in': 4,
        'silent-failed': 1,
        'sso-not-appsso-url': 1,
      },
      findings: [
        {
          id: 'window-missed',
          confidence: 'likely',
          person: expect.stringContaining('sign-in window'),
          evidence: [{ at: '2026-11-25T13:05:00.000Z', event: 'interactive-failed', file, line: 14 }],
        },
        {
          id: 'conditional-access',
          confidence: 'likely',
          codes: [{ code: 'invalid_grant' }, { code: -51_412 }],
          evidence: [
            { event: 'aad-error', file, line: 12, text: expect.stringContaining('Processing an AAD') },
          ],
          entra: { account: 'jane.doe', correlationIds: ['7F6779F2-640C-4FB2-9462-B16C102CF61C'] },
        },
        { id: 'sso-extension-network', confidence: 'possible' },
      ],
      notes: [{ id: 'no-debug', file: null }],
      files: [{ file, style: 'default', isGzip: false, records: 11 }],
    });
  });

  it('says the same of every style, but for what a style does not tell', async () => {
    const tell = async (style: (typeof logStyles)[number]) => {
      const { stdout } = await run([fileWith(logOf(style, deactivation))], { json: true });
      const { records, relevant, unknown, events, first, last, findings } = JSON.parse(stdout);
      const ids = findings.map(({ id, confidence }: { id: string; confidence: string }) => [id, confidence]);
      return { records, relevant, unknown, events, first, last, ids };
    };
    const expected = await tell('ndjson');
    for (const style of logStyles) expect(await tell(style)).toEqual(expected);
  });

  it('takes several files for one log', async () => {
    const first = fileWith(gzipSync(logOf('ndjson', deactivation.slice(0, 6))), 'one.gz');
    const second = fileWith(logOf('json', deactivation.slice(5)));
    const { stdout } = await run(
      [second, '-', first, second],
      { json: true },
      {
        stdin: () => Readable.from([logOf('syslog', [other])]),
      },
    );
    expect(JSON.parse(stdout)).toMatchObject({
      style: 'mixed',
      records: 12,
      relevant: 10,
      events: { 'aad-error': 1 },
      files: [{ file: second }, { file: '-' }, { file: first, isGzip: true }],
    });
  });

  it('says null where there is no time', async () => {
    const { stdout } = await run([fileWith(logOf('ndjson', []))], { json: true });
    expect(JSON.parse(stdout)).toMatchObject({
      style: 'ndjson',
      records: 0,
      first: null,
      last: null,
      findings: [],
    });
  });
});

describe('notes say what limits the diagnosis', () => {
  const notes = async (content: string | Uint8Array, user?: string) => {
    const { stdout } = await run([fileWith(content)], {
      json: true,
      ...(user === undefined ? {} : { user }),
    });
    const parsed: { readonly notes: readonly { readonly id: string }[] } = JSON.parse(stdout);
    return parsed.notes.map(({ id }) => id);
  };
  const debugLine = {
    message: 'More than 1 account, will try to find a matching account.',
    level: 'debug',
  } as const;

  it('debug lines that are missing, but only where they are', async () => {
    expect(await notes(logOf('ndjson', [signedIn]))).toEqual(['no-debug']);
    expect(await notes(logOf('ndjson', [signedIn, debugLine]))).toEqual([]);
    expect(await notes(logOf('syslog', [signedIn, debugLine]))).toEqual(['no-levels']);
  });

  it('a zone that is assumed, and one that is wrong by the log’s own lines', async () => {
    expect(await notes(logOf('compact', [debugLine]))).toEqual(['no-zone']);
    const msal = 'TID=1 MSAL 1.2.14 Mac 14.3.0 [2026-11-25 16:30:00] Beginning silent flow.';
    const { stdout } = await run([fileWith(logOf('compact', [{ message: msal, level: 'debug', at: noon }]))]);
    expect(stdout).toContain('moved by +5:30 hours');
  });

  it('files that are cut, damaged or incomplete', async () => {
    const log = logOf('ndjson', [debugLine, debugLine, debugLine]);
    expect(await notes(log.slice(100, -200))).toEqual(['cut-at-start', 'cut-at-end']);
    expect(await notes(gzipSync(log).subarray(0, -20))).toContain('gzip-truncated');
    const loss = { ...debugLine, eventType: 'lossEvent' };
    expect(await notes(logOf('ndjson', [debugLine, loss]))).toEqual(['losses']);
    expect(await notes(`${log}{"jamfAAD\n{"jamfAAD": ${'x'.repeat(1_100_000)}\n`)).toEqual([
      'malformed',
      'too-long',
    ]);
  });

  it('several people, unless one is asked for', async () => {
    const ofAlex = { message: 'No AAD ID found for macOS user account alex' };
    const log = logOf('ndjson', [debugLine, signedIn, ofAlex]);
    expect(await notes(log)).toEqual(['several-accounts']);
    expect(await notes(log, 'jane.doe')).toEqual([]);
    const { stdout } = await run([fileWith(log)], { json: true, user: 'jane.doe' });
    expect(JSON.parse(stdout).events).toEqual({ 'multiple-accounts': 1, 'signed-in': 1 });
  });
});

it('what a log makes of a terminal’s own codes is made harmless', async () => {
  const message = 'No AAD ID found for macOS user account \u001b[2J\u0007evil\u009b1m';
  const { stdout } = await run([fileWith(logOf('ndjson', [{ message }]))]);
  expect(stdout).toContain('evil');
  expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
});

it('--html writes the page beside what is printed', async () => {
  const file = fileWith(logOf('default', deactivation));
  const page = join(tempFolder(), 'page.html');
  const { stdout, exitCode } = await run([file], { html: page });
  expect(exitCode).toBe(1);
  expect(stdout).toContain('Findings');
  expect(readFileSync(page, 'utf8')).toContain('<!doctype html>');
});

it.each([
  ['its own name', (_log: string, page: string) => page],
  ['another link', linkTo(linkSync)],
  ['a symbolic link', linkTo(symlinkSync)],
])('--html never writes over a log, under %s', async (_name, pageOf) => {
  const content = logOf('default', deactivation);
  const file = fileWith(content);
  const { stdout, stderr, exitCode } = await run([file], { html: pageOf(file, file) });
  expect({ exitCode, stdout }).toEqual({ exitCode: 73, stdout: '' });
  expect(stderr).toContain('is a log that was to be read, so nothing was written');
  expect(readFileSync(file, 'utf8')).toBe(content);
});

function linkTo(make: (target: string, link: string) => void) {
  return (log: string): string => {
    const link = join(tempFolder(), 'page.html');
    make(log, link);
    return link;
  };
}

it('--html - prints the page in place of the text', async () => {
  const { stdout, exitCode } = await run([fileWith(logOf('default', deactivation))], { html: '-' });
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^<!doctype html>.+<\/html>\n$/s);
});
