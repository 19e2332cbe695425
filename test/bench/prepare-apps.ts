import { constants } from 'node:fs';
import { copyFile, cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { getElectron } from '../../build/get-electron.ts';

const repository = join(import.meta.dirname, '..', '..');
const probe = 'popover-probe.mjs';

export type PreparedApps = {
  readonly executable: string;
  /** Vigil as it was bundled. */
  readonly vigil: string;
  /** The same, telling when its popover was painted. */
  readonly vigilWithProbe: string;
};

/** Copies of Electron and Vigil in the folder for temporary files, which nobody bundles anew meanwhile. */
export async function prepareApps(): Promise<PreparedApps> {
  const { dir, executable } = await getElectron((line) => process.stdout.write(`${line}\n`));
  const folder = await mkdtemp(join(tmpdir(), 'apps-'));
  const copy = { recursive: true, mode: constants.COPYFILE_FICLONE } as const;
  // Memory that programs share counts only in part, and others may run from the same file now: so one of our own.
  const electron = join(folder, 'electron');
  await cp(dir, electron, copy);
  const [vigil, vigilWithProbe] = [join(folder, 'vigil'), join(folder, 'vigil-with-probe')];
  for (const app of [vigil, vigilWithProbe]) {
    await cp(join(repository, 'out'), join(app, 'out'), copy);
    await copyFile(join(repository, 'package.json'), join(app, 'package.json'));
  }
  await addProbe(vigilWithProbe);
  return { executable: join(electron, relative(dir, executable)), vigil, vigilWithProbe };
}

async function addProbe(app: string): Promise<void> {
  await copyFile(join(import.meta.dirname, probe), join(app, probe));
  const manifest = join(app, 'package.json');
  const content: Record<string, unknown> = JSON.parse(await readFile(manifest, 'utf8'));
  await writeFile(manifest, JSON.stringify({ ...content, main: probe }));
}
