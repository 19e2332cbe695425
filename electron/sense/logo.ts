import { closeSync, constants, fstatSync, openSync, readFileSync, statSync } from 'node:fs';
import { isChangeable } from '../changeable.ts';

/** A picture of the organisation. */
export type Logo = { readonly bytes: Buffer; readonly contentType: 'image/png' | 'image/jpeg' };

const largestLogoBytes = 512 * 1024;
const png = Buffer.from('89504e470d0a1a0a', 'hex');
const jpeg = Buffer.from('ffd8ff', 'hex');

/**
 * Reads the picture that the setting LogoPath names. It stands beside Vigil's own words, so it counts only if nobody but
 * the system (the owner of `root`, the Mac's root folder) can have written it. Null in every other case. Never throws and
 * never hangs.
 */
export function readLogo(path: string, root: string): Logo | null {
  let file: number | null = null;
  try {
    const { O_RDONLY, O_NONBLOCK, O_NOCTTY, O_NOFOLLOW } = constants;
    file = openSync(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW);
    const stats = fstatSync(file);
    const isSystems = stats.uid === statSync(root).uid && !isChangeable(stats);
    if (!stats.isFile() || !isSystems || stats.size > largestLogoBytes) return null;
    const bytes = readFileSync(file);
    const contentType = typeOf(bytes);
    return contentType === null ? null : { bytes, contentType };
  } catch {
    return null;
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** By its first bytes: what the file is called says nothing. */
function typeOf(bytes: Buffer): Logo['contentType'] | null {
  if (bytes.subarray(0, png.length).equals(png)) return 'image/png';
  return bytes.subarray(0, jpeg.length).equals(jpeg) ? 'image/jpeg' : null;
}
