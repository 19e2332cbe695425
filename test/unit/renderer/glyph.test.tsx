import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { drawings } from '../../../build/icons/shapes.ts';
import type { Glyph as GlyphName } from '../../../electron/words/look.ts';
import { Glyph } from '../../../renderer/glyph.tsx';

const names: readonly GlyphName[] = [
  'dotted',
  'hollow',
  'moving',
  'slashed',
  'quiet',
  'clock',
  'dots',
  'mark',
];

/** What is drawn, whatever the order and the frame: paths and circles with their strokes. */
function strokesOf(svg: string): string[] {
  const shapes = svg.match(/<(?:path|circle)\b[^>]*>/g) ?? [];
  return shapes
    .map((shape) =>
      [...shape.matchAll(/(d|cx|cy|r|stroke-width|stroke-dasharray)="([^"]*)"/g)].map(String).sort().join(),
    )
    .sort();
}

test.each(names)('the popover shows the same "%s" as the menu bar', (name) => {
  const drawn = strokesOf(renderToStaticMarkup(<Glyph name={name} />));
  expect(drawn).toEqual(strokesOf(drawings[name]));
  expect(drawn.length).toBeGreaterThan(0);
});
