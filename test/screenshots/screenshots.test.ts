import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { getElectron } from '../../build/get-electron.ts';
import { reportOf } from '../../electron/report/report.ts';
import { textOf } from '../../electron/report/text.ts';
import { materialOf } from '../unit/report/material.ts';
import { views } from '../unit/words/views.ts';
import { contoso, type Gallery, longMs, openGallery, startGalleryApp } from './gallery.ts';
import { compareOrKeep } from './kept.ts';
import { type Picture, pictures } from './pictures.ts';

const REPOSITORY = join(import.meta.dirname, '..', '..');
const CLI = 'electron/vigil.ts';
const SAMPLE = 'test/samples/deactivated.log';
/** Another draws letters and edges in another way, and no picture would be as it was. */
const ELECTRON = '33.2.1';
const howToKeep = 'If the change is meant, npm run screenshots takes the pictures anew.';

const { version } = await getElectron(() => undefined);

beforeAll(startGalleryApp);

if (version === ELECTRON) {
  test(
    'every picture of the popover, and that of a diagnosis, is as it was, pixel by pixel',
    async () => {
      const gallery = await openGallery(textOf(reportOf(materialOf()), 'en-GB'));
      const changes: (string | null)[] = [];
      for (const picture of pictures) changes.push(await taken(gallery, picture));
      changes.push(await diagnosisTaken(gallery));
      expect(
        changes.filter((change) => change !== null),
        howToKeep,
      ).toEqual([]);
    },
    longMs,
  );
} else {
  test(`pictures are not compared: they are of Electron ${ELECTRON}, and this is ${version}`, () => {
    expect(version).not.toBe(ELECTRON);
  });
}

async function taken({ page, open, setTheme }: Gallery, picture: Picture): Promise<string | null> {
  const { name, view, theme, locale, inPopover } = picture;
  // Nothing of the picture before is left: where two meet, edges are drawn another way than in one stroke.
  await setTheme(theme === 'light' ? 'dark' : 'light');
  await open(views[view], { locale, organisation: contoso(locale) });
  await setTheme(theme);
  await inPopover?.(page);
  return compareOrKeep(name, page);
}

/** The page that "vigil diagnose" writes. */
async function diagnosisTaken({ stage: { app } }: Gallery): Promise<string | null> {
  const file = join(await mkdtemp(join(tmpdir(), 'vigil-page-')), 'diagnosis.html');
  onTestFinished(() => rm(dirname(file), { recursive: true }));
  const args = [CLI, 'diagnose', '--html', file, SAMPLE];
  const env = { TZ: 'Europe/London', LC_ALL: 'en_GB.UTF-8' };
  expect((await execa(process.execPath, args, { cwd: REPOSITORY, env, reject: false })).exitCode).toBe(1);
  const shown = app.electron.waitForEvent('window');
  await app.electron.evaluate(async ({ BrowserWindow }, path) => {
    // Of the page, without the menu bar, whose height is a matter of the desktop.
    await new BrowserWindow({ width: 900, height: 1000, useContentSize: true }).loadFile(path);
  }, file);
  return compareOrKeep('diagnosis-page', await shown);
}
