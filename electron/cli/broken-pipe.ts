import { codeOf } from '../sense/small-file.ts';

/** What a shell says of a command that wrote to nobody: 128 and SIGPIPE. */
const brokenPipe = 141;

/**
 * Ends a command whose reader has gone, such as `head`: it has what it wanted. Unheard, the error would end Node with a
 * stack trace, and the packaged app with a dialog.
 */
export function endWithReader(stdout: NodeJS.WritableStream, end: (exitCode: number) => void): void {
  stdout.on('error', (error) => {
    if (codeOf(error) !== 'EPIPE') throw error;
    end(brokenPipe);
  });
}
