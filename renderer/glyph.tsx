import { type ReactNode, useId } from 'react';
import type { Glyph as GlyphName } from '../electron/words/look.ts';

const shield = 'M9 1.2 L15.2 3.4 V8.3 C15.2 12.5 12.7 15.5 9 16.9 C5.3 15.5 2.8 12.5 2.8 8.3 V3.4 Z';
const outline = 'M9 2 L14.5 3.95 V8.3 C14.5 12 12.35 14.75 9 16.05 C5.65 14.75 3.5 12 3.5 8.3 V3.95 Z';
const outlineLength = 40.67;

/** The shape of the icon in the menu bar, in the colour of the text around it. A test holds it to build/icons. */
export function Glyph({ name }: { readonly name: GlyphName }) {
  return (
    <svg className="glyph" viewBox="0 0 18 18" aria-hidden="true">
      {drawings[name]}
    </svg>
  );
}

const drawings: Readonly<Record<GlyphName, ReactNode>> = {
  dotted: (
    <path
      d={outline}
      fill="none"
      stroke="currentColor"
      strokeWidth="2.1"
      strokeDasharray={`0 ${outlineLength / 12}`}
      strokeLinecap="round"
    />
  ),
  hollow: <Stroke d={outline} width={1.5} />,
  moving: (
    <>
      <Stroke d="M12.3 3.15 L14.5 3.95 V8.3 C14.5 10.9 13.4 12.8 11.6 14.3" width={1.5} />
      <path d="M8 16.7 L12.9 16.6 L10.4 12.2 Z" fill="currentColor" />
      <Stroke d="M6.5 14.6 C4.6 13.1 3.5 11 3.5 8.3 V3.95 L6.2 3" width={1.5} />
      <path d="M10.6 1.5 L5.4 0.5 L7 5.4 Z" fill="currentColor" />
    </>
  ),
  slashed: (
    <>
      <CutOut shape={<path d={shield} fill="currentColor" />}>
        <Stroke d="M1.7 1.7 L16.3 16.3" width={3.8} />
      </CutOut>
      <Stroke d="M1.7 1.7 L16.3 16.3" width={1.6} />
    </>
  ),
  quiet: <path d={shield} fill="currentColor" />,
  clock: (
    <>
      <CutOut shape={<path d={shield} fill="currentColor" />}>
        <Dot x={12.8} y={12.8} r={5.4} />
      </CutOut>
      <CutOut shape={<Dot x={12.8} y={12.8} r={4.4} />}>
        <Stroke d="M12.8 10.4 V13 H14.6" width={1.2} />
      </CutOut>
    </>
  ),
  dots: (
    <CutOut shape={<path d={shield} fill="currentColor" />}>
      <Dot x={5.7} y={8.5} r={1.25} />
      <Dot x={9} y={8.5} r={1.25} />
      <Dot x={12.3} y={8.5} r={1.25} />
    </CutOut>
  ),
  mark: (
    <CutOut shape={<path d={shield} fill="currentColor" />}>
      <Stroke d="M9 5 V9.2" width={2} />
      <Dot x={9} y={12.5} r={1.25} />
    </CutOut>
  ),
};

function Stroke({ d, width }: { readonly d: string; readonly width: number }) {
  return (
    <path
      d={d}
      fill="none"
      stroke="currentColor"
      strokeWidth={width}
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  );
}

function Dot({ x, y, r }: { readonly x: number; readonly y: number; readonly r: number }) {
  return <circle cx={x} cy={y} r={r} fill="currentColor" />;
}

/** `shape` with its children cut out of it. */
function CutOut({ shape, children }: { readonly shape: ReactNode; readonly children: ReactNode }) {
  const id = useId();
  return (
    <>
      <mask id={id}>
        <rect width="18" height="18" fill="#fff" />
        <g color="#000">{children}</g>
      </mask>
      <g mask={`url(#${id})`}>{shape}</g>
    </>
  );
}
