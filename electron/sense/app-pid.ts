import { readPlistFile } from './plist-file.ts';

/** The process of the app, from the status that it left; null when no such process is alive. */
export function readAppPid(statusPlist: string): number | null {
  const file = readPlistFile(statusPlist);
  const pid = file.kind === 'read' ? file.values.get('pid') : null;
  if (typeof pid !== 'number' || !Number.isInteger(pid) || pid <= 0) return null;
  return isAlive(pid) ? pid : null;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, but belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
