import { expect } from 'vitest';
import { eyesFor, eyesForData, test } from '../support/looks.ts';
import { reliably } from '../support/reliably.ts';
import { PopoverScreen } from '../support/screens.ts';
import type { VigilApp } from '../support/vigil-app.ts';
import { deactivated } from './moment.ts';
import { openTheatre } from './stage.ts';

const correlationId = '7F6779F2-640C-4FB2-9462-B16C102CF61C';
const tooMuch = `TID=1 MSAL 1.2.14 Mac 15.5 [2026-11-25 12:00:00 - ${correlationId}] Processing an AAD error with error code -51412, error invalid_grant, suberror basic_action, description AADSTS53003: blocked for robin.fairweather@corp.example on Robins-MacBook-Air, serial FVFSIMULATED, at 10.1.2.3`;
const secrets = /robin|fairweather|corp\.example|FVFSIMULATED|10\.1\.2\.3|\/tmp\//i;

const clipboard = ({ electron }: VigilApp) =>
  reliably(() => electron.evaluate(({ clipboard: board }) => board.readText()));

test('the report for IT is shown, then copied as it was shown: without names, with codes and correlation ids', async (look) => {
  const { mac, vigil, sees } = await openTheatre(look, {
    lastSignInAt: Date.now() - 121 * 60_000,
    behaviour: { silent: 'fails', silentMs: 100, window: 'miss', windowMs: 100 },
  });
  mac.appendLog({ level: 'Error', category: 'msal', message: tooMuch });
  await mac.runAgent();
  await sees({ ...deactivated, findings: ['conditional-access'] });
  await reliably(() => vigil.electron.evaluate(({ clipboard: board }) => board.writeText('before')));

  const popover = await PopoverScreen.open(vigil);
  await popover.press('For IT');
  await vigil.screenshot('for-it');
  await popover.press('Report for IT…');
  const shown = await popover.report();
  const words = eyesForData(look)(shown);
  expect(words).toMatch(/^# Vigil report for IT\n.+- phase: deactivated\n.+AADSTS53003/s);
  const headings = shown.match(/^#+ .+$/gm)?.map(eyesFor(look));
  expect(headings).toEqual(
    expect.arrayContaining(['# Vigil report for IT', '## Findings', '## Settings in force']),
  );
  expect(words).toContain(correlationId);
  expect(words).toContain('for account-1 on host-1, serial serial-1, at ip-1');
  expect(shown).not.toMatch(secrets);
  expect(await clipboard(vigil)).toBe('before');

  await vigil.screenshot('report');
  await popover.press('Copy');
  await popover.waitFor('Copied');
  await vigil.screenshot('copied');
  expect(await clipboard(vigil)).toBe(shown);

  await popover.press('Back');
  await popover.press('Details');
  await vigil.screenshot('details');
  await popover.press('For IT');
  await popover.goTo('Report for IT…');
  await vigil.screenshot('for-it');
  expect(await popover.headline()).toBe(deactivated.headline);
  await popover.close();
});
