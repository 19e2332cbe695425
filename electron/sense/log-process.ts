import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { isDenial } from './log-command.ts';
import type { LineHandler } from './ndjson-lines.ts';
import { NdjsonLines } from './ndjson-lines.ts';
import { codeOf } from './small-file.ts';

/** How a run of `log` ended. `said` is the beginning of its stderr, or the system's code where it did not start. */
export type LogEnd =
  | { readonly kind: 'done' }
  | { readonly kind: 'denied' }
  | { readonly kind: 'failed'; readonly said: string };

export type LogProcess = {
  /** Never rejects. Nothing is delivered after it. */
  readonly ended: Promise<LogEnd>;
  /** Ends it, gently first. */
  readonly stop: () => void;
};

/** Long enough for `log` to let go of the system's log, short enough for a person who quits Vigil. */
const gentleMs = 1_000;
const longestSaid = 2_000;

/**
 * Starts `log` and delivers its lines. It does not outlive Vigil: it is stopped when Vigil ends, and one whose Vigil
 * was killed ends at its next line, which nobody reads.
 */
export function startLog(executable: string, args: readonly string[], handler: LineHandler): LogProcess {
  let child: ChildProcess;
  try {
    child = spawn(executable, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    // Most failures to start are events, some of the rarer ones are thrown.
    return { ended: Promise.resolve({ kind: 'failed', said: codeOf(error) }), stop: () => {} };
  }
  const stopper = stopperOf(child);
  const ended = endOf(child, new NdjsonLines(handler)).finally(stopper.release);
  return { ended, stop: stopper.stop };
}

function stopperOf(child: ChildProcess) {
  let timer: NodeJS.Timeout | undefined;
  let released = false;
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  return {
    stop: () => {
      if (released || timer !== undefined) return;
      child.kill('SIGTERM');
      timer = setTimeout(() => {
        kill();
        // Whoever else holds its pipes must not keep this run alive.
        child.stdout?.destroy();
        child.stderr?.destroy();
      }, gentleMs);
    },
    release: () => {
      released = true;
      clearTimeout(timer);
      process.removeListener('exit', kill);
    },
  };
}

function endOf(child: ChildProcess, lines: NdjsonLines): Promise<LogEnd> {
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => lines.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => {
    if (said.length < longestSaid) said = (said + chunk.toString()).slice(0, longestSaid);
  });
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ kind: 'failed', said: codeOf(error) }));
    child.once('close', (code, signal) => {
      lines.end();
      if (isDenial(code, said)) resolve({ kind: 'denied' });
      else if (code === 0) resolve({ kind: 'done' });
      else resolve({ kind: 'failed', said: said.trim() || `exit ${code ?? signal}` });
    });
  });
}
