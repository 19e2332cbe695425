import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { Intent, VigilDoor } from '../../../electron/contract.ts';
import { until } from '../../mac/until.ts';
import { type OpenStage, openStage, startStageApp } from './stage.ts';

beforeAll(() => startStageApp());

/** On the page. */
declare const vigil: VigilDoor;

const answer = (page: Page, intent: unknown) =>
  page.evaluate(
    (payload) =>
      vigil.send(payload as Intent).then(
        () => 'done',
        (error: Error) => error.message.split(': ').at(-1),
      ),
    intent,
  );
const intents = ({ on }: OpenStage) => on((stage) => [...stage.intents]);
const logged = ({ on }: OpenStage) => on((stage) => [...stage.logged]);

test('the page may ask for what is in the table of intents, and for nothing else', async () => {
  const stage = await openStage();
  const page = await stage.app.openPopover();
  const refused = [
    undefined,
    null,
    'reactivate',
    { kind: 'quit' },
    { kind: 'reactivate', command: '/bin/sh' },
    { kind: 'sign-in-now', confirmed: 1 },
  ];
  for (const payload of refused) expect(await answer(page, payload)).toBe('refused');
  expect(await intents(stage)).toEqual([]);
  expect(await logged(stage)).toContain('message refused vigil:intent payload');
  expect(await answer(page, { kind: 'reactivate' })).toBe('done');
  expect(await intents(stage)).toEqual([{ kind: 'reactivate' }]);
});

test('the report is copied as it was shown, and made anew where none was shown since the window was opened', async () => {
  const stage = await openStage();
  const page = await stage.app.openPopover();
  const copied = async () => {
    expect(await answer(page, { kind: 'copy-report' })).toBe('done');
    return stage.app.electron.evaluate(({ clipboard }) => clipboard.readText());
  };
  expect(await copied()).toBe('The report, 1');
  expect(await page.evaluate(() => vigil.report({ network: false }))).toBe('The report, 2');
  expect(await copied()).toBe('The report, 2');
  await stage.on(({ popover }) => popover.hide());
  expect(await copied()).toBe('The report, 3');
});

test('what went wrong inside is logged, and kept from the page', async () => {
  const stage = await openStage();
  const page = await stage.app.openPopover();
  expect(await answer(page, { kind: 'stop' })).toBe('failed');
  expect((await logged(stage)).join()).toContain('what went wrong in /Users/alex');
});

test('another window cannot speak for the popover, even with the same page and preload script', async () => {
  const stage = await openStage();
  await stage.app.openPopover();
  const told = await stage.app.electron.evaluate(async ({ BrowserWindow }) => {
    const [popover] = BrowserWindow.getAllWindows();
    const preload = `${process.env.VIGIL_BUNDLES}/preload/preload.cjs`;
    const other = new BrowserWindow({ show: false, webPreferences: { preload } });
    await other.loadURL(popover?.webContents.getURL() ?? '');
    const ask = "vigil.send({ kind: 'reactivate' }).then(() => 'done', (error) => error.message)";
    const answered: string = await other.webContents.executeJavaScript(ask);
    other.destroy();
    return answered;
  });
  expect(told).toContain('refused');
  expect(await intents(stage)).toEqual([]);
  expect(await logged(stage)).toContain('message refused vigil:intent not the window');
});

test('the page goes nowhere, and nothing comes into it', async () => {
  const stage = await openStage();
  const page = await stage.app.openPopover();
  const url = page.url();
  await page.evaluate(() => {
    location.href = 'https://example.com/';
  });
  await until('the navigation is denied', async () =>
    (await logged(stage)).includes('navigation denied https://example.com/'),
  );
  expect(await page.evaluate(() => window.open('https://example.com/'))).toBeNull();
  expect(await page.evaluate(() => fetch('https://example.com/').catch(() => 'blocked'))).toBe('blocked');
  expect(await page.evaluate(() => fetch(location.href).catch(() => 'blocked'))).toBe('blocked');
  const inlineRuns = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.title = "taken over"';
    document.body.append(script);
    return document.title;
  });
  expect(inlineRuns).toBe('Vigil');
  expect(page.url()).toBe(url);
  expect(stage.app.electron.windows()).toHaveLength(1);
});

test('the page has no Node, no permission, and no file that is not its own', async () => {
  const stage = await openStage();
  const page = await stage.app.openPopover();
  expect(
    await page.evaluate(() => [
      typeof Reflect.get(globalThis, 'require'),
      typeof Reflect.get(globalThis, 'process'),
    ]),
  ).toEqual(['undefined', 'undefined']);
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied');
  const geolocation = () => navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state);
  expect(await page.evaluate(geolocation)).toBe('denied');
  const statuses = await stage.app.electron.evaluate(async ({ session }) => {
    const paths = ['index.html', '%2e%2e/main/main.js', '..%2fmain%2fmain.js', 'missing.js'];
    const answers = paths.map((path) => session.defaultSession.fetch(`vigil://popover/${path}`));
    return (await Promise.all(answers)).map(({ status }) => status);
  });
  expect(statuses).toEqual([200, 404, 404, 404]);
});
