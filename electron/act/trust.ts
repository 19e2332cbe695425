import type { Stats } from 'node:fs';
import { lstat, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isChangeable } from '../changeable.ts';
import type { MacPaths } from '../paths.ts';
import type { RunProgram } from './deps.ts';

export type Trust =
  | { readonly kind: 'trusted'; readonly executable: string; readonly signedBy: Signer }
  | { readonly kind: 'not-installed' }
  /** `why` is for the log and for IT. */
  | { readonly kind: 'not-trusted'; readonly why: string };

/** That the agent bears Jamf's own team id was never seen on a Mac; the other is accepted so that a wrong guess costs no access. */
export type Signer = 'jamf' | 'same-team-as-jamf-app';

type Agent = MacPaths['jamf']['agents'][number];

/** "JAMF Software, LLC", as published checks of Jamf's other programs name it. */
const jamfTeam = '483DWKW443';
const codesignLimitMs = 30_000;

/** Whether the agent may be run in the person's name: nobody but an administrator can have put it there, and Jamf signed it. */
export async function checkTrust(paths: MacPaths, run: RunProgram): Promise<Trust> {
  for (const agent of paths.jamf.agents) {
    const why = await whyUnsafe(agent, paths);
    if (why === 'absent') continue;
    if (why !== null) return { kind: 'not-trusted', why };
    const signedBy = await signerOf(agent, paths, run);
    if (signedBy !== null) return { kind: 'trusted', executable: agent.executable, signedBy };
    return { kind: 'not-trusted', why: `${agent.bundle} is not signed by Jamf` };
  }
  return { kind: 'not-installed' };
}

/**
 * Looks at the executable and every folder from it up to Jamf.app: whoever may write to one of them could put another
 * program in its place after its signature was checked. Folders above cannot matter, as nobody else can make files
 * that belong to root.
 */
async function whyUnsafe({ executable }: Agent, { root, jamf }: MacPaths): Promise<string | 'absent' | null> {
  try {
    const owner = (await stat(root)).uid;
    for (let path: string = executable; path.startsWith(jamf.app); path = dirname(path)) {
      const why = whyEntryUnsafe(await lstat(path), path === executable, owner);
      if (why !== null) return `${path} ${why}`;
    }
    return null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    return code === 'ENOENT' || code === 'ENOTDIR'
      ? 'absent'
      : `${executable} cannot be looked at: ${String(code)}`;
  }
}

function whyEntryUnsafe(entry: Stats, isExecutable: boolean, owner: number): string | null {
  if (!(isExecutable ? entry.isFile() : entry.isDirectory())) return 'is not what it should be';
  if (entry.uid !== owner) return 'does not belong to the system';
  return isChangeable(entry) ? 'can be changed by others' : null;
}

async function signerOf(
  { bundle }: Agent,
  { jamf, run: { codesign } }: MacPaths,
  run: RunProgram,
): Promise<Signer | null> {
  const ask = (...args: readonly string[]) => run(codesign, args, { timeLimitMs: codesignLimitMs });
  const isSignedBy = async (team: string) => {
    const verdict = await ask('--verify', `-R=${requirement(team)}`, bundle);
    return verdict.kind === 'exited' && verdict.code === 0;
  };
  if (await isSignedBy(jamfTeam)) return 'jamf';
  const display = await ask('-dv', jamf.app);
  const team =
    display.kind === 'exited' ? /^TeamIdentifier=([A-Z0-9]{10})$/m.exec(display.stderr)?.[1] : undefined;
  if (team === undefined || team === jamfTeam) return null;
  return (await isSignedBy(team)) ? 'same-team-as-jamf-app' : null;
}

/** In the language of code requirements. `-R` takes the text itself when it begins with "=", in the same argument. */
function requirement(team: string): string {
  return `anchor apple generic and certificate leaf[subject.OU] = "${team}"`;
}
