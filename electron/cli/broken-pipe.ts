import { codeOf } from '../sense/small-file.ts';

/** What a shell says of a command that wrote to nobody: 128 and SIGPIPE. */
const brokenPipe = 141;
/** sysexits.h: an error occurred while doing I/O. */
const outputError = 74;

type Streams = { readonly stdout: NodeJS.WritableStream; readonly stderr: NodeJS.WritableStream };

/**
 * Ends a command whose reader has gone, such as `head`: it has what it wanted; or whose output cannot be written, say, on a
 * full disk. Unheard, the error would end Node with a stack trace, and the packaged app with a dialog.
 */
export function endWithReader({ stdout, stderr }: Streams, end: (exitCode: number) => void): void {
  stdout.on('error', (error) => {
    if (codeOf(error) === 'EPIPE') {
      end(brokenPipe);
      return;
    }
    stderr.write(`The output cannot be written: ${error.message}\n`);
    end(outputError);
  });
}
