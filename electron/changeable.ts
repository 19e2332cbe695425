import type { Stats } from 'node:fs';

const groupWrites = 0o020;
const othersWrite = 0o002;
/** wheel and admin: who is in them can become root anyway, and Apple's own folders let admin write. */
const administrators: readonly number[] = [0, 80];

/** Whether anybody but its owner and the administrators may write to it. */
export function isChangeable({ mode, gid }: Pick<Stats, 'mode' | 'gid'>): boolean {
  const byGroup = (mode & groupWrites) !== 0 && !administrators.includes(gid);
  return byGroup || (mode & othersWrite) !== 0;
}
