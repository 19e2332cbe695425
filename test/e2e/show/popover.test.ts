import { beforeAll, expect, test } from 'vitest';
import type { View } from '../../../electron/assess/view.ts';
import { until } from '../../mac/until.ts';
import { now, views } from '../../unit/words/views.ts';
import { type OpenStage, openStage, startStageApp } from './stage.ts';

beforeAll(() => startStageApp());

const isOpen = ({ on }: OpenStage) => on(({ popover }) => popover.isOpen);
const opened = (stage: OpenStage) => until('the popover is open', () => isOpen(stage));
const closed = (stage: OpenStage) => until('the popover is closed', async () => !(await isOpen(stage)));
const windows = ({ app }: OpenStage) =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

/** Tells it that the focus is lost. It closes by a timer, since the focus may come back; else it arms none. */
const isAboutToCloseAtBlur = ({ app }: OpenStage) =>
  app.electron.evaluate(({ BrowserWindow }) => {
    const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    const before = timers();
    BrowserWindow.getAllWindows()
      .find((window) => window.getParentWindow() === null)
      ?.emit('blur');
    return timers() > before;
  });

test('there is no window before the first click; a click opens it, the next one closes it, one more opens it', async () => {
  const stage = await openStage();
  expect(await windows(stage)).toBe(0);
  const tray = await stage.app.tray();
  for (const opens of [true, false, true]) {
    await tray.click();
    await (opens ? opened : closed)(stage);
  }
  expect(await windows(stage)).toBe(1);
});

test('Esc and Ctrl-W close it, and so does a click elsewhere, unless it is in something of its own', async () => {
  const stage = await openStage();
  const page = await stage.app.openPopover();
  await opened(stage);
  // The page listens a moment after its first paint.
  await until('Esc closes it', async () => {
    await page.keyboard.press('Escape');
    return !(await isOpen(stage));
  });
  await stage.on(({ popover }) => popover.open());
  await opened(stage);
  await stage.on(({ popover }) => {
    const key = { keyCode: 'W', modifiers: ['control' as const] };
    popover.contents?.sendInputEvent({ type: 'keyDown', ...key });
  });
  await closed(stage);
  await stage.on(({ popover }) => popover.open());
  await opened(stage);
  // As when a notification is clicked.
  await stage.on(({ popover }) => popover.open());
  const blur = () =>
    stage.app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((window) => window.getParentWindow() === null)
        ?.blur(),
    );
  const child = await stage.app.electron.evaluateHandle(({ BrowserWindow }) => {
    const [parent] = BrowserWindow.getAllWindows();
    if (parent === undefined) throw new Error('no window');
    return new BrowserWindow({ parent, width: 100, height: 100 });
  });
  await until('the child is there', () => child.evaluate((window) => window.isVisible()));
  expect(await isAboutToCloseAtBlur(stage)).toBe(false);
  await child.evaluate((window) => window.destroy());
  await stage.on(({ popover }) => popover.contents?.focus());
  expect(await isAboutToCloseAtBlur(stage)).toBe(true);
  // The focus that comes back from the child may come after the first one.
  await until('a click elsewhere closes it', async () => {
    await blur();
    return !(await isOpen(stage));
  });
});

test('opened without the icon it is an ordinary window in the middle, which stays until it is closed', async () => {
  const stage = await openStage();
  const { electron } = stage.app;
  const kind = () =>
    electron.evaluate(({ BrowserWindow, screen }) => {
      const [window] = BrowserWindow.getAllWindows();
      const { x, width } = window?.getBounds() ?? { x: 0, width: 0 };
      const { workArea } = screen.getPrimaryDisplay();
      return {
        isOnTop: window?.isAlwaysOnTop(),
        isCentred: Math.abs(x + width / 2 - (workArea.x + workArea.width / 2)) <= 1,
        page: window?.getContentSize(),
      };
    });
  const ordinary = { isOnTop: false, isCentred: true, page: [360, 420] };
  await stage.on(({ popover }) => popover.openCentred());
  await opened(stage);
  expect(await kind()).toEqual(ordinary);
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.blur());
  expect(await isOpen(stage)).toBe(true);

  // Somebody who clicks the icon looks for it.
  const isFocused = () =>
    electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFocused() ?? false);
  await until('it has lost the focus', async () => !(await isFocused()));
  // Behind another window nobody watches it, and what is to be told is told.
  expect(await stage.on(({ popover }) => popover.isInFront)).toBe(false);
  const blurredAt = performance.now();
  await until(
    'a click is no longer the press that took the focus',
    () => performance.now() > blurredAt + 450,
  );
  const tray = await stage.app.tray();
  await tray.click();
  await until('it comes forward', isFocused);
  expect(await kind()).toEqual(ordinary);
  await tray.click();
  await closed(stage);

  await tray.click();
  await opened(stage);
  expect(await kind()).toEqual({ ...ordinary, isOnTop: true, isCentred: false });
  await stage.on(({ popover }) => popover.openCentred());
  expect(await windows(stage)).toBe(1);
  const page = await stage.app.popover();
  await page.getByRole('heading').first().waitFor();
});

test('some time after closing, the window is gone, and the next click makes a new one', async () => {
  const stage = await openStage({ keepHiddenMs: 300 });
  await stage.app.openPopover();
  await opened(stage);
  await stage.on(({ popover }) => popover.hide());
  await until('the window is gone', async () => (await windows(stage)) === 0);
  await stage.app.openPopover();
  await opened(stage);
});

test('a window that is opened again in time lives on, and its time begins anew when it closes', async () => {
  const keepHiddenMs = 700;
  const stage = await openStage({ keepHiddenMs });
  await stage.app.openPopover();
  await opened(stage);
  await stage.on(({ popover }) => {
    popover.hide();
    popover.open();
  });
  await opened(stage);
  const closedAt = performance.now();
  await stage.on(({ popover }) => popover.hide());
  await until('the window is gone', async () => (await windows(stage)) === 0);
  expect(performance.now() - closedAt).toBeGreaterThanOrEqual(keepHiddenMs);
});

test('it shows the state as it is when it opens, and every change while it is open', async () => {
  const stage = await openStage();
  await stage.on(({ show }, view) => show(view), views.overdue);
  const page = await stage.app.openPopover();
  await page.getByRole('heading', { name: 'overdue' }).waitFor();
  await stage.on(({ show }, view) => show(view), views.deactivated);
  await page.getByRole('button', { name: 'Sign In Again' }).waitFor();
});

test('it lies above other windows, but makes way for the sign-in window that it has led to: once, and if told elsewhere', async () => {
  const stage = await openStage();
  const waiting = views['reactivating, window waiting'];
  const show = (view: View) => stage.on((on, next) => on.show(next), view);
  const onTop = () =>
    stage.app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isAlwaysOnTop());
  await stage.app.openPopover();
  await opened(stage);
  expect(await onTop()).toBe(true);
  await show(views.reactivating);
  expect(await onTop()).toBe(false);
  await show({ ...waiting, notifications: 'failed' });
  expect(await isOpen(stage)).toBe(true);
  await show(waiting);
  await closed(stage);
  await stage.on(({ popover }) => popover.open());
  await opened(stage);
  await show(waiting);
  expect(await isOpen(stage)).toBe(true);
});

test('a page that has crashed is replaced at the next click', async () => {
  const stage = await openStage();
  await stage.app.openPopover();
  await opened(stage);
  await stage.on(({ popover }) => popover.contents?.forcefullyCrashRenderer());
  await until('the window is gone', async () => (await windows(stage)) === 0);
  const tray = await stage.app.tray();
  await tray.click();
  await opened(stage);
});

test('icon, tooltip and menu follow the state; the icon changes only with its shape, and goes where it is not wanted', async () => {
  const stage = await openStage();
  const tray = await stage.app.tray();
  expect(await stage.app.glyph()).toBe('quiet');
  await stage.on(({ show }, view) => show(view), views['due-soon']);
  await until('the tooltip follows', async () => (await tray.tooltip()) === 'It is due-soon');
  await stage.on(({ show }, view) => show(view), views.deactivated);
  await until('the icon follows', async () => (await stage.app.glyph()) === 'slashed');
  await tray.choose('Act');
  await until('the choice is heard', async () => (await stage.on(({ clicked }) => clicked.length)) > 0);
  expect(await stage.on(({ clicked }) => [...clicked])).toEqual(['reactivate']);
  const changes = await stage.on(({ logged }) => logged.filter((line) => line.startsWith('icon: ')));
  expect(changes.map((line) => line.split(' [')[0])).toEqual([
    'icon: dotted → quiet',
    'icon: quiet → slashed',
  ]);

  const items = () => stage.desktop.tray.items.filter(({ pid }) => pid === stage.app.pid);
  await stage.on(({ show }, view) => show(view), views.protected);
  await stage.on(({ setIconVisibility }) => setIconVisibility('whenNeeded'));
  await until('it is gone', () => items().length === 0);
  await stage.on(({ show }, view) => show(view), views.deactivated);
  await until('it has come', async () => items().length === 1 && (await stage.app.glyph()) === 'slashed');
  const offersAct = async () => (await (await stage.app.tray()).menu()).some(({ label }) => label === 'Act');
  await until('it has its menu', offersAct);
  await stage.on(({ setIconVisibility }) => setIconVisibility('never'));
  await until('it is gone for good', () => items().length === 0);
  await stage.on(({ popover }) => popover.open());
  await opened(stage);
});

test('everything can be reached by the keyboard, in the order in which it is read', async () => {
  const stage = await openStage();
  const showRules = () => stage.on(({ show }, view) => show(view), views['deactivated, by rules']);
  await showRules();
  const page = await stage.app.openPopover();
  // "What happened" tells of the last 24 hours: it is drawn anew on the day of the view.
  await page.clock.setFixedTime(now);
  await showRules();
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  await until('the keyboard begins at what can be done', async () => (await focused()) === 'Sign In Again');
  for (const title of ['Details', 'For IT', 'What happened']) {
    await page.keyboard.press('Shift+Tab');
    expect(await focused()).toBe(title);
  }
  await page.keyboard.press('Enter');
  await page.getByRole('img', { name: 'The last 24 hours' }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.getByText('Entra answered with a demand').waitFor();
  expect(await page.getByRole('img').count()).toBe(0);
});

test('however much there is to read, what can be done stays in sight', async () => {
  const stage = await openStage();
  await stage.on(({ show }, view) => show(view), views['deactivated, by rules']);
  const page = await stage.app.openPopover();
  const button = page.getByRole('button', { name: 'Sign In Again' });
  const before = await button.boundingBox();
  await page.getByRole('button', { name: 'For IT' }).click();
  const evidence = page.getByText('Processing an AAD error');
  await evidence.scrollIntoViewIfNeeded();
  expect(await button.boundingBox()).toEqual(before);
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  expect((before?.y ?? 0) + (before?.height ?? 0)).toBeLessThan(height);
  // Long lines break: nothing has to be scrolled sideways.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
});
