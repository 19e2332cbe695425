import { Command, CommanderError } from 'commander';
import type { CliHost } from './host.ts';

/** sysexits.h: the command was used incorrectly. */
const usageError = 64;

/**
 * Runs one command and gives its exit code. Commands are loaded when they are asked for, because `status` is called by
 * scripts that wait for it.
 */
export async function runCli(args: readonly string[], host: CliHost): Promise<number> {
  let exitCode: Promise<number> | number = 0;
  const program = createProgram(host, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : usageError;
  }
  return exitCode;
}

function createProgram(host: CliHost, end: (exitCode: Promise<number>) => void): Command {
  const program = new Command('vigil')
    .description('Watches the sign-in of Jamf Conditional Access on this Mac.')
    .version(host.vigilVersion)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void host.stdout.write(text),
      writeErr: (text) => void host.stderr.write(text),
    })
    .showHelpAfterError('(vigil --help lists the commands)');
  program
    .command('status')
    .description(
      'say how this Mac stands, also as exit code: 0 in order, 1 needs attention, 2 deactivated, 3 not registered, 4 unknown',
    )
    .option('--json', 'print JSON (schema 1)', false)
    .action(async (options: { json: boolean }) => {
      const { status } = await import('./status.ts');
      end(status(host, options));
    });
  program
    .command('watch')
    .description('tell every change until Ctrl-C')
    .option('--json', 'print a line of JSON for each change', false)
    .action(async (options: { json: boolean }) => {
      const { watch } = await import('./watch.ts');
      end(watch(host, options));
    });
  program
    .command('reactivate')
    .description('sign in again, as the button of the menu bar does, and say what came of it')
    .option(
      '--yes',
      'also on a Mac that works, where a sign-in window that is closed would switch its access off',
      false,
    )
    .action(async (options: { yes: boolean }) => {
      const { reactivate } = await import('./reactivate.ts');
      end(reactivate(host, options));
    });
  return program;
}
