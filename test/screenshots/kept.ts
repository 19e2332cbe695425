import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright-core';
import { type Pixels, read, shrink, write } from './shrink.ts';

const FOLDER = join(import.meta.dirname, 'pictures');
const RESULTS = join(import.meta.dirname, '..', 'results');
const RED = 0xff0000;

/** `npm run screenshots` sets it: the pictures are taken anew, not compared. */
const isWriting = process.env.VIGIL_SCREENSHOTS === 'write';

/**
 * Compares the page, pixel by pixel, with the picture that is kept under this name, or keeps it.
 * @returns what is not as it was, for people; null where all is
 */
export async function compareOrKeep(name: string, page: Page): Promise<string | null> {
  const file = join(FOLDER, `${name}.png`);
  if (isWriting) {
    await mkdir(FOLDER, { recursive: true });
    await writeFile(file, write(shrink(await standing(page))));
    return null;
  }
  const kept = await readFile(file).then(read, () => null);
  if (isDeepStrictEqual(kept, shrink(await page.screenshot()))) return null;
  const taken = shrink(await standing(page));
  if (isDeepStrictEqual(kept, taken)) return null;
  await mkdir(RESULTS, { recursive: true });
  await writeFile(join(RESULTS, `${name}.png`), write(taken));
  if (kept === null) return `${name}: none is kept; the new one is in test/results/`;
  await writeFile(join(RESULTS, `${name}-difference.png`), write(difference(kept, taken)));
  return `${name}: now as in test/results/; ${name}-difference.png shows in red what is another`;
}

/** Taken when two in a row are the same: what has just been pressed is greyed out for a moment. */
async function standing(page: Page): Promise<Uint8Array> {
  for (let before = await page.screenshot(); ; ) {
    const next = await page.screenshot();
    if (Buffer.compare(next, before) === 0) return next;
    before = next;
  }
}

/** The new picture, with what is another than it was in red. */
function difference(kept: Pixels, taken: Pixels): Pixels {
  // A full palette has a colour to spare: its last one is the rarest.
  const palette = [...taken.palette.slice(0, 255), RED];
  const red = palette.length - 1;
  const places = taken.places.map((place, at) => {
    const [x, y] = [at % taken.width, Math.floor(at / taken.width)];
    const before = x < kept.width ? kept.palette[kept.places[y * kept.width + x] ?? -1] : undefined;
    return before === taken.palette[place] ? place : red;
  });
  return { ...taken, palette, places };
}
