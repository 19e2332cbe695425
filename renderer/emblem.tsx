import type { Glyph as GlyphName } from '../electron/words/look.ts';
import { Glyph } from './glyph.tsx';

const radius = 42;
/** As popover.css has it; what it covers of the disc would make two shades of one ring. */
const strokeWidth = 4;
const circumference = 2 * Math.PI * radius;

type EmblemProps = {
  readonly glyph: GlyphName;
  /** What is left of the window, 1 to 0; null where nothing lapses. */
  readonly share: number | null;
};

/** The icon of the menu bar, large, in a ring that empties over the window. The words beside it say the same. */
export function Emblem({ glyph, share }: EmblemProps) {
  return (
    <div className="emblem">
      <svg className="ring" viewBox="0 0 88 88" aria-hidden="true">
        <circle className="disc" cx="44" cy="44" r={radius - strokeWidth / 2} />
        {share !== null && <circle className="track" cx="44" cy="44" r={radius} />}
        {share !== null && share > 0 && <Arc share={share} />}
        {glyph === 'moving' && (
          <g className="turning">
            <Arc share={0.22} />
          </g>
        )}
      </svg>
      <Glyph name={glyph} />
    </div>
  );
}

/** A part of the ring from the top, clockwise. */
function Arc({ share }: { readonly share: number }) {
  const length = share * circumference;
  return (
    <circle
      className="arc"
      cx="44"
      cy="44"
      r={radius}
      strokeDasharray={`${length} ${circumference - length}`}
      transform="rotate(-90 44 44)"
    />
  );
}
