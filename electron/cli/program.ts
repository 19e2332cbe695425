import { Command, CommanderError } from 'commander';
import type { DiagnoseOptions } from './diagnose/diagnose.ts';
import type { CliHost } from './host.ts';
import type { ReportOptions } from './report/report.ts';
import { softwareError, unexpected } from './unexpected.ts';

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
    return await exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : usageError;
    host.stderr.write(`${unexpected(error)}\n`);
    return softwareError;
  }
}

type End = (exitCode: Promise<number>) => void;

function createProgram(host: CliHost, end: End): Command {
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
  addDiagnose(program, host, end);
  addCheckNetwork(program, host, end);
  addReport(program, host, end);
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

function addDiagnose(program: Command, host: CliHost, end: End): void {
  program
    .command('diagnose')
    .argument(
      '<file...>',
      'exports of log show or log stream, of any style, plain or gzip; - for the standard input',
    )
    .description(
      'say why sign-ins failed, by exported logs of any Mac; exit code: 0 nothing wrong, 1 findings, 65 no log, 66 cannot be read, 73 cannot be written',
    )
    .option('--json', 'print JSON (schema 1)', false)
    .option('--html <file>', 'write a page that can be mailed, too; - prints it in place of the text')
    .option(
      '--user <name>',
      'leave out lines that name somebody else, by the macOS short name; most lines name nobody',
    )
    .action(async (files: string[], options: DiagnoseOptions) => {
      const { diagnose } = await import('./diagnose/diagnose.ts');
      end(diagnose(host, files, options));
    });
}

function addCheckNetwork(program: Command, host: CliHost, end: End): void {
  program
    .command('check-network')
    .description(
      'look at the way to the hosts that a sign-in needs: reached, by which proxy, by whose certificate; exit code: 0 nothing in the way, 1 trouble, 77 not allowed by the organisation',
    )
    .option('--all', 'national clouds, too', false)
    .option('--json', 'print JSON (schema 1)', false)
    .action(async (options: { all: boolean; json: boolean }) => {
      const { checkNetworkFromTerminal } = await import('./check-network/check-network.ts');
      end(checkNetworkFromTerminal(host, options));
    });
}

function addReport(program: Command, host: CliHost, end: End): void {
  program
    .command('report')
    .description(
      'print a report for IT: state, findings, what happened, versions, settings, checks; stand-ins take the place of names, accounts, addresses, ids and tokens',
    )
    .option('--network', 'with a check of the network, which makes requests', false)
    .option('--json', 'print JSON (schema 1)', false)
    .action(async (options: ReportOptions) => {
      const { report } = await import('./report/report.ts');
      end(report(host, options));
    });
}
