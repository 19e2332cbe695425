import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { decode } from 'fast-png';
import { expect, test } from 'vitest';
import { renderAppIcon, renderIcons } from '../../../build/icons/make-icons.ts';
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

test('the committed icon of the app is the one that app-icon.svg makes, in every size that macOS asks for', () => {
  const pictures = picturesOf(readFileSync(join(folder, 'Vigil.icns')));
  // 16, 32 and 128 to 512 points, each at 1x and 2x; the smallest two come with their masks.
  const sizes = [
    'is32',
    's8mk',
    'ic11',
    'il32',
    'l8mk',
    'ic12',
    'ic07',
    'ic13',
    'ic08',
    'ic14',
    'ic09',
    'ic10',
  ];
  expect([...pictures.keys()].sort()).toEqual(sizes.sort());
  const committed = decode(pictures.get('ic10') ?? new Uint8Array());
  const rendered = decode(renderAppIcon());
  expect(committed.width).toBe(1024);
  expect(Buffer.from(committed.data).equals(Buffer.from(rendered.data)), 'npm run icons').toBe(true);
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

/** The entries of an .icns file by their type: a type, the length with this head, and the picture. */
function picturesOf(icns: Buffer): ReadonlyMap<string, Buffer> {
  expect(icns.toString('latin1', 0, 4)).toBe('icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  const pictures = new Map<string, Buffer>();
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    pictures.set(icns.toString('latin1', at, at + 4), icns.subarray(at + 8, at + icns.readUInt32BE(at + 4)));
  }
  return pictures;
}

function rgba(drawing: string): Uint8Array {
  const { pixels } = new Resvg(framed(drawing), { fitTo: { mode: 'width', value: gridPt } }).render();
  return new Uint8Array(pixels);
}
