import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import type { Page } from 'playwright-core';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { minuteMs } from '../../electron/assess/rules.ts';
import { openDesktop } from '../e2e/support/desktop.ts';
import { PopoverScreen } from '../e2e/support/screens.ts';
import { launchVigil, type VigilApp } from '../e2e/support/vigil-app.ts';
import type { Mac } from '../mac/mac.ts';
import { temporaryMac } from '../mac/temporary-mac.ts';
import { until } from '../mac/until.ts';
import { environmentOfPictures, switches } from './look.ts';
import { type Picture, pictures } from './pictures.ts';
import { shrink } from './shrink.ts';

const FOLDER = join(import.meta.dirname, 'pictures');
const REPOSITORY = join(import.meta.dirname, '..', '..');
const CLI = 'electron/vigil.ts';
const SAMPLE = 'test/samples/deactivated.log';
const WITH_CLOCK = join(import.meta.dirname, '..', 'e2e', 'scenarios', 'vigil-with-clock');

beforeAll(() => mkdir(FOLDER, { recursive: true }));

test.each(pictures)('a picture of $name', async (picture) => {
  const { mac, vigil } = await open(picture);
  await picture.underVigil?.(mac, vigil);
  const popover = await PopoverScreen.open(vigil);
  await picture.inPopover?.(popover);
  const says = async () => (await popover.text()).includes(picture.says);
  await until(`the popover says ${picture.says}`, says, { limitMs: 40_000 });
  const page = await vigil.popover();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await take(page, picture.name);
  if (picture.alsoDark) {
    await setTheme(vigil, 'dark');
    await take(page, `${picture.name}-dark`);
  }
  expect(await page.evaluate(textsCutOff)).toEqual([]);
});

test('a picture of the page that “vigil diagnose” writes', async () => {
  const page = join(await mkdtemp(join(tmpdir(), 'vigil-page-')), 'diagnosis.html');
  onTestFinished(() => rm(dirname(page), { recursive: true }));
  const args = [CLI, 'diagnose', '--html', page, SAMPLE];
  expect((await execa(process.execPath, args, { cwd: REPOSITORY, reject: false })).exitCode).toBe(1);
  const { vigil } = await open({ name: 'diagnosis', says: '' });
  const shown = vigil.electron.waitForEvent('window');
  await vigil.electron.evaluate(async ({ BrowserWindow }, file) => {
    await new BrowserWindow({ width: 900, height: 1000 }).loadFile(file);
  }, page);
  await take(await shown, 'diagnosis-page');
});

async function open(picture: Picture): Promise<{ readonly mac: Mac; readonly vigil: VigilApp }> {
  const { signedInAgoMin = 35, asksForNotifications = false } = picture;
  const desktop = await openDesktop();
  const mac = await temporaryMac({ ...picture.mac, lastSignInAt: Date.now() - signedInAgoMin * minuteMs });
  if (!asksForNotifications) await mac.manageVigil({ NotificationsAllowed: true });
  await picture.beforeVigil?.(mac);
  const vigil = await launchVigil({
    desktop,
    root: mac.dir,
    args: switches,
    env: await environmentOfPictures(mac.dir),
    ...(picture.withClock && { app: WITH_CLOCK }),
  });
  // A sign-in outlives Vigil, and on Linux it inherits what Playwright waits for at the end.
  onTestFinished(() => mac.killAgents());
  await vigil.tray();
  await setTheme(vigil, 'light');
  return { mac, vigil };
}

async function setTheme({ electron }: VigilApp, theme: 'light' | 'dark'): Promise<void> {
  await electron.evaluate(({ nativeTheme }, source) => {
    nativeTheme.themeSource = source;
  }, theme);
}

/** Waits until nothing moves: what has just been pressed is greyed out for a moment. */
async function take(page: Page, name: string): Promise<void> {
  let last: Uint8Array = new Uint8Array();
  await until(`${name} stands still`, async () => {
    const before = last;
    last = await page.screenshot();
    return Buffer.compare(last, before) === 0;
  });
  await writeFile(join(FOLDER, `${name}.png`), shrink(last));
}

/** In the page: the texts that are wider or higher than their place. */
function textsCutOff(): readonly string[] {
  const isForVoiceOver = ({ clientWidth }: Element) => clientWidth === 1;
  return [...document.querySelectorAll('h1, h2, p, li, dt, dd, button')]
    .filter((element) => !isForVoiceOver(element))
    .filter(({ scrollWidth, clientWidth, scrollHeight, clientHeight }) => {
      return scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1;
    })
    .map(({ textContent }) => textContent);
}
