import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { expect, test } from 'vitest';
import { renderIcons } from '../../../build/icons/make-icons.ts';
import { drawings, framed, gridPt } from '../../../build/icons/shapes.ts';

const folder = join(import.meta.dirname, '../../../build/icons');
const icons = Object.entries(drawings);

test('the committed pictures are the ones that the shapes make', () => {
  const rendered = renderIcons();
  for (const [path, picture] of rendered) {
    expect(readFileSync(join(folder, path)).equals(picture), `${path}: npm run icons`).toBe(true);
  }
  const committed = readdirSync(join(folder, 'tray')).map((file) => `tray/${file}`);
  expect(committed.sort()).toEqual([...rendered.keys()].filter((path) => path.startsWith('tray/')).sort());
});

test.each(icons)('%s is black and transparent, so that macOS can tint it', (_name, drawing) => {
  const pixels = rgba(drawing);
  for (let at = 0; at < pixels.length; at += 4) {
    expect([pixels[at], pixels[at + 1], pixels[at + 2]]).toEqual([0, 0, 0]);
  }
});

test('any two icons differ in shape at the size of the menu bar', () => {
  const alphas = icons.map(([, drawing]) => rgba(drawing).filter((_byte, index) => index % 4 === 3));
  for (const [one, left] of alphas.entries()) {
    for (const [other, right] of alphas.entries()) {
      if (one >= other) continue;
      const differing = left.filter((alpha, index) => Math.abs(alpha - (right[index] ?? 0)) > 127).length;
      expect(differing, `${icons[one]?.[0]} and ${icons[other]?.[0]}`).toBeGreaterThanOrEqual(10);
    }
  }
});

function rgba(drawing: string): Uint8Array {
  const { pixels } = new Resvg(framed(drawing), { fitTo: { mode: 'width', value: gridPt } }).render();
  return new Uint8Array(pixels);
}
