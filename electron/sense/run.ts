import type { ExecFileException } from 'node:child_process';
import { execFile } from 'node:child_process';
import { codeOf } from './small-file.ts';

/** What came of running a program. Only `exited` says that it had its say. */
export type RunResult =
  | { readonly kind: 'exited'; readonly code: number; readonly stdout: string; readonly stderr: string }
  | { readonly kind: 'timed-out' }
  /** It is missing, may not be run, was killed, or said more than anybody asked for; `why` is the system's code. */
  | { readonly kind: 'failed'; readonly why: string };

type RunOptions = {
  readonly env?: Readonly<Record<string, string>>;
  readonly timeLimitMs?: number;
};

const usualTimeLimitMs = 5_000;
const mostOutputBytes = 4 * 1024 * 1024;

/**
 * Runs one of the Mac's small programs to its end, without a shell. Never throws.
 *
 * Node's own `execFile` instead of execa: execa takes 55 ms to load, bundled, and the start of Vigil needs this.
 */
export function run(
  executable: string,
  args: readonly string[],
  { env = {}, timeLimitMs = usualTimeLimitMs }: RunOptions = {},
): Promise<RunResult> {
  return new Promise((resolve) => {
    const options = {
      env: { ...process.env, ...env },
      timeout: timeLimitMs,
      killSignal: 'SIGKILL',
      maxBuffer: mostOutputBytes,
    } as const;
    try {
      execFile(executable, args, options, (error, stdout, stderr) => {
        resolve(
          error === null ? { kind: 'exited', code: 0, stdout, stderr } : resultOf(error, stdout, stderr),
        );
      });
    } catch (error) {
      // Most failures to start arrive at the callback, some of the rarer ones are thrown.
      resolve({ kind: 'failed', why: codeOf(error) });
    }
  });
}

function resultOf(error: ExecFileException, stdout: string, stderr: string): RunResult {
  if (typeof error.code === 'number') return { kind: 'exited', code: error.code, stdout, stderr };
  if (typeof error.code === 'string') return { kind: 'failed', why: error.code };
  if (error.killed === true) return { kind: 'timed-out' };
  return { kind: 'failed', why: error.signal ?? error.message };
}

/** The standard output of a program that ended well; null in every other case. */
export async function outputOf(
  executable: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string | null> {
  const result = await run(executable, args, options);
  return result.kind === 'exited' && result.code === 0 ? result.stdout : null;
}
