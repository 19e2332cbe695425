import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Sample } from '../../sense/exported-log/log-samples.ts';
import { logOf, noon } from '../../sense/exported-log/log-samples.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { deactivation, run } from './running.ts';

async function pageFor(samples: readonly Sample[]): Promise<string> {
  const folder = tempFolder();
  const file = join(folder, 'a <b>"log".ndjson');
  const page = join(folder, 'page.html');
  writeFileSync(file, logOf('ndjson', samples));
  await run([file], { html: page });
  return readFileSync(page, 'utf8');
}

it('the page needs nothing but itself, and its policy forbids everything else', async () => {
  const page = await pageFor(deactivation);
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  expect(page).not.toMatch(/<script|<link|<img|<iframe|src=|href=|url\(|@import|\son\w+=/i);
});

it('the page holds findings, steps, the filter for Entra, evidence with its place, and the timeline', async () => {
  const page = await pageFor(deactivation);
  for (const part of [
    'The interactive sign-in ended without a token',
    'Find the sign-in in Entra',
    'Correlation ID: 7F6779F2-640C-4FB2-9462-B16C102CF61C',
    'ndjson:6</p><pre>TID=12345 MSAL 1.2.14',
    'Silent sign-in failed · -50002',
    'Lines of level debug are missing',
    'Written by Vigil 1.2.3.',
  ]) {
    expect(page).toContain(part);
  }
});

it('the picture says in words what it shows, and tells its marks apart by shape', async () => {
  const page = await pageFor(deactivation);
  expect(page).toContain(
    'role="img" aria-label="Timeline from 2026-11-25 06:00:00 to 2026-11-25 14:05:01. Sign-ins that worked: 4. Failures: 3. Signs of causes: 2."',
  );
  expect(page.match(/<circle/g)).toHaveLength(4);
  expect(page.match(/<path class="cause"/g)).toHaveLength(2);
  expect(page).toContain('<path class="failed"');
});

it('a log in which nothing happened makes a page without a picture', async () => {
  const page = await pageFor([]);
  expect(page).toContain('Nothing wrong was found in what was read.');
  expect(page).not.toContain('<svg');
});

it('nothing that a log or a file name holds becomes part of the page', async () => {
  const evil = `</pre><script>alert(1)</script><img src=x onerror="x">&quot;'\u0000\u001b`;
  const page = await pageFor([
    { message: `No AAD ID found for macOS user account ${evil}`, at: noon },
    { message: `Did not get a token from acquireTokenInteractive ${evil}`, at: noon + 1 },
  ]);
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(page).toContain('a &lt;b&gt;&quot;log&quot;.ndjson');
  expect(page).not.toMatch(/<script|<img|<b>"log/);
  expect(page.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
});

it('ten thousand events make a page that can still be mailed', async () => {
  const many = Array.from(
    { length: 10_000 },
    (_, i): Sample => ({
      message:
        i % 2 === 0 ? 'AAD ID acquired for macOS user account jane.doe' : 'Falling back to local controller.',
      at: noon + i * 1000,
    }),
  );
  const page = await pageFor(many);
  expect(page.length).toBeLessThan(400_000);
  expect(page).toContain('Earlier entries, left out: 1000.');
});
