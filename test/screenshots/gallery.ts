import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { View } from '../../electron/assess/view.ts';
import type { Shown, VigilDoor } from '../../electron/contract.ts';
import { organisationOf } from '../../electron/settings/organisation.ts';
import { defaultSettings } from '../../electron/settings/table.ts';
import { describe } from '../../electron/words/describe.ts';
import { type OpenStage, openStage, startStageApp } from '../e2e/show/stage.ts';
import { until } from '../mac/until.ts';
import { now } from '../unit/words/views.ts';
import { environmentOfPictures, switches } from './look.ts';

/** On the page. */
declare const vigil: VigilDoor;

/** For the test of many pictures: on a busy machine each takes seconds. */
export const longMs = 240_000;

/** One of them is set by the organisation. */
export const preferences: Shown['preferences'] = {
  warnBeforeLapse: { value: 'atRisk', isManaged: true },
  language: { value: '', isManaged: false },
  openAtLogin: { value: true, isManaged: false },
};

export type Theme = 'light' | 'dark';

/** The popover in real Electron, at one instant, on which any state can be hung. */
export type Gallery = {
  readonly page: Page;
  readonly stage: OpenStage;
  /** Resolves when the page has drawn it. */
  readonly hang: (view: View, changes?: Partial<Shown>) => Promise<void>;
  /** As `hang`, as if the popover had just been opened: nothing is pressed or unfolded. */
  readonly open: (view: View, changes?: Partial<Shown>) => Promise<void>;
  readonly setTheme: (theme: Theme) => Promise<void>;
};

/**
 * Before the tests of a file: the app in which the same looks the same wherever it is.
 * @returns what ends it, after them
 */
export async function startGalleryApp(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'vigil-look-'));
  const end = await startStageApp({ args: switches, env: await environmentOfPictures(folder) });
  return async () => {
    await end();
    await rm(folder, { recursive: true });
  };
}

/** For the test that runs now. */
export async function openGallery(report = 'The report'): Promise<Gallery> {
  const stage = await openStage({ report });
  const page = await stage.app.openPopover();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.clock.setFixedTime(now);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const tell = (view: View, changes: Partial<Shown>) =>
    stage.on(({ show }, [next, others]) => show(next, others), [inFront(view), changes] as const);
  const hang: Gallery['hang'] = async (view, changes = {}) => {
    await tell(view, changes);
    await drawn(page, view, changes.locale ?? 'en-GB');
  };
  const open: Gallery['open'] = async (view, changes = {}) => {
    await hang(view, changes);
    // The pointer of a desktop lies somewhere, and what is beneath it looks another way.
    await page.mouse.move(0, 0);
    // What the page hears when its window comes back, which would take far longer.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await drawn(page, view, changes.locale ?? 'en-GB');
  };
  const setTheme = async (theme: Theme) => {
    await stage.app.electron.evaluate(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source;
    }, theme);
    const isSet = () => page.evaluate((name) => matchMedia(`(prefers-color-scheme: ${name})`).matches, theme);
    await until(`the page is ${theme}`, isSet);
  };
  return { page, stage, hang, open, setTheme };
}

/** For a sign-in window the popover makes way only where a notification can say where that is. */
function inFront(view: View): View {
  return view.phase === 'reactivating' ? { ...view, notifications: 'failed' } : view;
}

async function drawn(page: Page, view: View, locale: string): Promise<void> {
  const height = describe(view).isDense ? 540 : 420;
  const isDrawn = () =>
    page.evaluate(
      async ([language, high]) => {
        // What was told before this was asked has come before the answer.
        await vigil.snapshot();
        await document.fonts.ready;
        if (document.visibilityState !== 'visible') return false;
        for (let i = 0; i < 2; i += 1) await new Promise(requestAnimationFrame);
        return document.documentElement.lang === language && innerHeight === high;
      },
      [locale, height] as const,
    );
  await until('the state is drawn', isDrawn);
}

/** Says of itself all that an organisation can. */
export function contoso(locale: string): Shown['organisation'] {
  return organisationOf(
    {
      ...defaultSettings,
      OrganizationName: 'Contoso',
      ContactLabel: 'IT Service Desk',
      ContactURL: 'mailto:help@contoso.example',
      HelpNote: 'Monday to Friday, 8 to 18, extension 1234.',
      HelpNotes: { de: 'Montag bis Freitag, 8 bis 18 Uhr, Durchwahl 1234.' },
      HelpURL: 'https://help.contoso.example',
      RegistrationURL: 'https://register.contoso.example',
    },
    locale,
  );
}
