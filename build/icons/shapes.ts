import type { Glyph } from '../../electron/words/look.ts';

/**
 * The one source of the tray icons, drawn on a grid of 18 points, the height of the menu bar's icons. Black and
 * transparent only: macOS tints a template image itself. They differ in shape, never only in shade.
 */
export const gridPt = 18;

const shieldPath = 'M9 1.2 L15.2 3.4 V8.3 C15.2 12.5 12.7 15.5 9 16.9 C5.3 15.5 2.8 12.5 2.8 8.3 V3.4 Z';
/** The same shield, smaller by half the stroke of an outline. */
const outlinePath = 'M9 2 L14.5 3.95 V8.3 C14.5 12 12.35 14.75 9 16.05 C5.65 14.75 3.5 12 3.5 8.3 V3.95 Z';
const outlineLength = 40.67;

/** The drawing of each icon, without its `<svg>` frame, so that a sheet can show many. */
export const drawings: Readonly<Record<Glyph, string>> = {
  dotted: outline(`stroke-width="2.1" stroke-dasharray="0 ${outlineLength / 12}" stroke-linecap="round"`),
  hollow: outline('stroke-width="1.5" stroke-linejoin="round"'),
  moving:
    stroke('M12.3 3.15 L14.5 3.95 V8.3 C14.5 10.9 13.4 12.8 11.6 14.3', 1.5) +
    fill('M8 16.7 L12.9 16.6 L10.4 12.2 Z') +
    stroke('M6.5 14.6 C4.6 13.1 3.5 11 3.5 8.3 V3.95 L6.2 3', 1.5) +
    fill('M10.6 1.5 L5.4 0.5 L7 5.4 Z'),
  slashed: shieldWithout('slashed', stroke('M1.7 1.7 L16.3 16.3', 3.8)) + stroke('M1.7 1.7 L16.3 16.3', 1.6),
  quiet: fill(shieldPath),
  clock:
    shieldWithout('clock', circle(12.8, 12.8, 5.4)) +
    cutOut('clock-face', circle(12.8, 12.8, 4.4), stroke('M12.8 10.4 V13 H14.6', 1.2)),
  dots: shieldWithout('dots', circle(5.7, 8.5, 1.25) + circle(9, 8.5, 1.25) + circle(12.3, 8.5, 1.25)),
  mark: shieldWithout('mark', stroke('M9 5 V9.2', 2) + circle(9, 12.5, 1.25)),
};

/** A whole picture of a drawing. Another color than black serves the contact sheet only. */
export function framed(drawing: string, color = '#000'): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${gridPt} ${gridPt}" color="${color}">${drawing}</svg>`;
}

function fill(path: string): string {
  return `<path d="${path}" fill="currentColor"/>`;
}

function stroke(path: string, width: number): string {
  return `<path d="${path}" fill="none" stroke="currentColor" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
}

function circle(cx: number, cy: number, r: number): string {
  return `<circle cx="${cx}" cy="${cy}" r="${r}" fill="currentColor"/>`;
}

function outline(how: string): string {
  return `<path d="${outlinePath}" fill="none" stroke="currentColor" ${how}/>`;
}

function shieldWithout(id: string, holes: string): string {
  return cutOut(id, fill(shieldPath), holes);
}

/** `shape` with `holes` cut out of it. An id may occur once in a picture, except for the same holes. */
function cutOut(id: string, shape: string, holes: string): string {
  return (
    `<mask id="${id}"><rect width="${gridPt}" height="${gridPt}" fill="#fff"/><g color="#000">${holes}</g></mask>` +
    `<g mask="url(#${id})">${shape}</g>`
  );
}
