import type { MacPaths } from '../paths.ts';
import { outputOf } from './run.ts';

/** What the person and this Mac are called: for nothing but taking it out of what leaves this Mac. */
export type Identity = {
  /** Null where the Mac does not tell it. */
  readonly fullName: string | null;
  readonly hostNames: readonly string[];
  readonly serial: string | null;
};

type Programs = Pick<MacPaths['run'], 'id' | 'scutil' | 'sysctl' | 'ioreg'>;

export async function readIdentity({ id, scutil, sysctl, ioreg }: Programs): Promise<Identity> {
  const [fullName, platform, ...names] = await Promise.all([
    textOf(id, '-F'),
    textOf(ioreg, '-rd1', '-c', 'IOPlatformExpertDevice', '-w0'),
    textOf(scutil, '--get', 'ComputerName'),
    textOf(scutil, '--get', 'LocalHostName'),
    // What an admin has set, and what the network calls the Mac.
    textOf(scutil, '--get', 'HostName'),
    textOf(sysctl, '-n', 'kern.hostname'),
  ]);
  return {
    fullName,
    hostNames: [...new Set(names.filter((name) => name !== null))],
    serial: /"IOPlatformSerialNumber"\s*=\s*"([^"]{1,100})"/.exec(platform ?? '')?.[1] ?? null,
  };
}

/** Null where the program does not tell. */
async function textOf(executable: string, ...args: readonly string[]): Promise<string | null> {
  const text = (await outputOf(executable, args))?.trim() ?? '';
  return text === '' ? null : text;
}
