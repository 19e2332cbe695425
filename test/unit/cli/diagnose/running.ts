import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import {
  type DiagnoseHost,
  type DiagnoseOptions,
  diagnose,
} from '../../../../electron/cli/diagnose/diagnose.ts';
import { createSpeech } from '../../../../electron/words/speech.ts';
import type { Sample } from '../../sense/exported-log/log-samples.ts';
import { noon, notAppSso, signedIn, silentFailed } from '../../sense/exported-log/log-samples.ts';

const correlationId = '7F6779F2-640C-4FB2-9462-B16C102CF61C';
const minuteMs = 60_000;

/** A sign-in each two hours; then Entra wants more, the window is missed, and access is off. */
export const deactivation: readonly Sample[] = [
  ...[-360, -240, -120, 0].map((minutes): Sample => ({ ...signedIn, at: noon + minutes * minuteMs })),
  { ...notAppSso, at: noon + 60 * minuteMs },
  {
    message: `TID=12345 MSAL 1.2.14 Mac 14.3.0 [2026-11-25 13:00:00 - ${correlationId}] Processing an AAD error with error code -51412, error invalid_grant`,
    category: 'msal',
    level: 'error',
    at: noon + 120 * minuteMs,
  },
  { ...silentFailed, at: noon + 120 * minuteMs + 100 },
  {
    message: 'Did not get a token from acquireTokenInteractive, sending an empty token.',
    at: noon + 125 * minuteMs,
  },
  { message: 'No AAD ID found for macOS user account jane.doe', at: noon + 125 * minuteMs + 1000 },
  { message: 'Something that nobody knows.', at: noon + 126 * minuteMs },
];

export type Run = { readonly exitCode: number; readonly stdout: string; readonly stderr: string };

/** Runs the command as the terminal does, but for the process around it. */
export async function run(
  files: readonly string[],
  options: Partial<DiagnoseOptions> = {},
  host: Partial<DiagnoseHost> & { readonly isTerminal?: boolean } = {},
): Promise<Run> {
  const stdout = new PassThrough();
  const stderr = Object.assign(new PassThrough(), { isTTY: host.isTerminal ?? false });
  const said = Promise.all([text(stdout), text(stderr)]);
  const exitCode = await diagnose(
    {
      speech: createSpeech('en-GB'),
      vigilVersion: '1.2.3',
      stdin: () => Readable.from([]),
      stdout,
      stderr,
      onInterrupt: () => () => {},
      ...host,
    },
    files,
    { json: false, ...options },
  );
  stdout.end();
  stderr.end();
  const [out, err] = await said;
  return { exitCode, stdout: out, stderr: err };
}
