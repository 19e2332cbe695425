// One run of `vigil diagnose --json FILE` in a process of its own, without the start of Node; tells how long and how much.
import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { diagnose } from '../../electron/cli/diagnose/diagnose.ts';
import { createSpeech } from '../../electron/words/speech.ts';

const file = process.argv[2] ?? '';
const stdout = new PassThrough();
stdout.resume();
const host = {
  speech: createSpeech('en-GB'),
  vigilVersion: '0',
  stdin: () => process.stdin,
  stdout,
  stderr: process.stderr,
  onInterrupt: () => () => undefined,
};
const startedAt = performance.now();
const exitCode = await diagnose(host, [file], { json: true });
const ms = performance.now() - startedAt;
process.stdout.write(JSON.stringify({ exitCode, ms, peakMb: peakKib() * (1024 / 1e6) }));

/** On Linux a process that was forked from a larger one reports that one's peak as its own, but for this file. */
function peakKib(): number {
  try {
    const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
    if (peak !== undefined) return Number(peak);
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS;
}
