import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { createICNS, HERMITE } from 'png2icons';
import { drawings, framed, gridPt } from './shapes.ts';

const folder = import.meta.dirname;
/** Of the app's icon as macOS shows it largest: 512 points on a Retina display. */
const largestPx = 1024;

/** Every picture made here, by its path below build/icons. The same bytes each time. */
export function renderIcons(): ReadonlyMap<string, Buffer> {
  const pictures = new Map<string, Buffer>();
  for (const [name, drawing] of Object.entries(drawings)) {
    // Electron finds the @2x file by itself; "Template" at the end of the name is what makes macOS tint it.
    pictures.set(`tray/${name}Template.png`, render(framed(drawing), gridPt));
    pictures.set(`tray/${name}Template@2x.png`, render(framed(drawing), gridPt * 2));
  }
  pictures.set('preview.png', render(contactSheet(), sheetWidth));
  return pictures;
}

/** The app's icon at its largest, as PNG, from app-icon.svg. */
export function renderAppIcon(): Buffer {
  return render(readFileSync(join(folder, 'app-icon.svg'), 'utf8'), largestPx);
}

/** The app's icon in all sizes that macOS asks for; takes a second. */
function appIcns(): Buffer {
  const allColors = 0;
  const icns = createICNS(renderAppIcon(), HERMITE, allColors);
  if (icns === null) throw new Error('app-icon.svg makes no icon for macOS');
  return icns;
}

const sheet = { columnWidth: 88, rowHeight: 116, zoom: 4 } as const;
const sheetWidth = Object.keys(drawings).length * sheet.columnWidth;
const backgrounds = [
  { background: '#f6f6f6', color: '#000000' },
  { background: '#8a94a6', color: '#ffffff' },
  { background: '#1e1e1e', color: '#ffffff' },
] as const;

/** All icons as they look in a light, a colourful and a dark menu bar: four times as large, and beneath at 1x and 2x. */
function contactSheet(): string {
  const height = backgrounds.length * sheet.rowHeight;
  const rows = backgrounds.map(({ background, color }, row) => {
    const top = row * sheet.rowHeight;
    const cells = Object.values(drawings).map((drawing, column) =>
      cell(framed(drawing, color), column * sheet.columnWidth, top),
    );
    return `<rect y="${top}" width="100%" height="${sheet.rowHeight}" fill="${background}"/>${cells.join('')}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${sheetWidth} ${height}">${rows.join('')}</svg>`;
}

function cell(picture: string, left: number, top: number): string {
  return [
    { x: left + 8, y: top + 4, size: gridPt * sheet.zoom },
    { x: left + 12, y: top + 88, size: gridPt },
    { x: left + 42, y: top + 78, size: gridPt * 2 },
  ]
    .map(({ x, y, size }) => `<svg x="${x}" y="${y}" width="${size}" height="${size}">${picture}</svg>`)
    .join('');
}

function render(svg: string, width: number): Buffer {
  return new Resvg(svg, { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } })
    .render()
    .asPng();
}

if (process.argv[1] === import.meta.filename) {
  for (const [path, picture] of renderIcons()) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), picture);
  }
  await writeFile(join(folder, 'Vigil.icns'), appIcns());
}
