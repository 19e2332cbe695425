import { decode, encode } from 'fast-png';

/** A PNG holds no more colours in a byte for each pixel. */
const MOST_COLOURS = 256;

/** A picture without transparency: for each pixel the place of its colour in the palette. */
export type Pixels = {
  readonly width: number;
  readonly height: number;
  readonly places: Uint8Array;
  /** 0xrrggbb */
  readonly palette: readonly number[];
};

/**
 * The pixels of a picture in at most 256 colours, so that it is kept in a third of the bytes. None is off by more than an
 * eye can see, and none of a surface. What has the same pixels has the same result.
 */
export function shrink(png: Uint8Array): Pixels {
  const { width, height, data, channels } = decode(png);
  const colours = new Uint32Array(width * height);
  for (let at = 0, from = 0; at < colours.length; at += 1, from += channels) {
    colours[at] = ((data[from] ?? 0) << 16) | ((data[from + 1] ?? 0) << 8) | (data[from + 2] ?? 0);
  }
  const stays = alikeOf(colours);
  const palette = [...new Set(stays.values())];
  const placeOf = new Map(palette.map((colour, place) => [colour, place]));
  const places = new Uint8Array(colours.length);
  let [last, place] = [-1, 0];
  for (let at = 0; at < colours.length; at += 1) {
    const colour = colours[at] ?? 0;
    // Most pixels are as the one before.
    if (colour !== last) [last, place] = [colour, placeOf.get(stays.get(colour) ?? colour) ?? 0];
    places[at] = place;
  }
  return { width, height, places, palette };
}

export function write({ width, height, places, palette }: Pixels): Uint8Array {
  return encode(
    { width, height, data: places, channels: 1, depth: 8, palette: palette.map(channelsOf) },
    { zlib: { level: 9 } },
  );
}

/** What `write` has written. */
export function read(png: Uint8Array): Pixels {
  const { width, height, data, palette = [] } = decode(png);
  const colours = palette.map(([red = 0, green = 0, blue = 0]) => (red << 16) | (green << 8) | blue);
  return { width, height, places: Uint8Array.from(data), palette: colours };
}

/** For each colour one that is as good as it: the most frequent of its neighbourhood, which is as small as it can be. */
function alikeOf(colours: Uint32Array): ReadonlyMap<number, number> {
  const frequent = byFrequency(colours);
  for (let bits = 0; ; bits += 1) {
    const first = new Map<string, number>();
    const stays = new Map<number, number>();
    for (const colour of frequent) {
      const neighbourhood = channelsOf(colour)
        .map((channel) => channel >> bits)
        .join();
      const chosen = first.get(neighbourhood) ?? colour;
      first.set(neighbourhood, chosen);
      stays.set(colour, chosen);
    }
    if (first.size <= MOST_COLOURS) return stays;
  }
}

function byFrequency(colours: Uint32Array): readonly number[] {
  const counts = new Map<number, number>();
  for (let from = 0, at = 1; at <= colours.length; at += 1) {
    const colour = colours[from] ?? 0;
    if (colours[at] === colour) continue;
    counts.set(colour, (counts.get(colour) ?? 0) + at - from);
    from = at;
  }
  // The second key makes the order the same in every run.
  return [...counts].sort(([a, m], [b, n]) => n - m || a - b).map(([colour]) => colour);
}

function channelsOf(colour: number): [red: number, green: number, blue: number] {
  return [(colour >> 16) & 0xff, (colour >> 8) & 0xff, colour & 0xff];
}
