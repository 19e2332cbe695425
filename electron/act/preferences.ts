import type { MacPaths } from '../paths.ts';
import type { RunProgram } from './deps.ts';

type Deps = { readonly paths: MacPaths; readonly run: RunProgram };

const timeLimitMs = 10_000;

export type WriteResult = { readonly kind: 'written' } | { readonly kind: 'failed'; readonly why: string };

/**
 * Writes a setting of the person's own. By `defaults` and not into the file: cfprefsd holds the values of every domain, and
 * would overwrite the file with what it knows.
 */
export async function writePreference(
  { paths, run: runProgram }: Deps,
  name: string,
  value: string,
): Promise<WriteResult> {
  const args = ['write', paths.settings.own, name, '-string', value];
  const result = await runProgram(paths.run.defaults, args, { timeLimitMs });
  if (result.kind === 'exited' && result.code === 0) return { kind: 'written' };
  return { kind: 'failed', why: result.kind === 'exited' ? result.stderr.trim() : result.kind };
}
