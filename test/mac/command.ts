#!/usr/bin/env node
/** `npm run mac`: makes simulated Macs and plays scenarios on them. */
import { resolve } from 'node:path';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { endWithReader } from '../../electron/cli/broken-pipe.ts';
import { installMac, NotASimulatedMac } from './install.ts';
import { Mac } from './mac.ts';
import { personAtTheKeyboard, vigilOn } from './person.ts';
import { play } from './play.ts';
import type { Scenario } from './scenarios.ts';
import { findScenario, macFor, scenarios } from './scenarios.ts';

const usageError = 64;

const program = new Command('mac')
  .description('Make a simulated Mac for Vigil, and play a story on it. Vigil finds it by VIGIL_ROOT=DIR.')
  .exitOverride()
  .showHelpAfterError();

program
  .command('create')
  .description('make DIR a simulated Mac: registered, signed in half an hour ago, online, unlocked')
  .argument('<DIR>', 'a new or empty folder, or a simulated Mac, which then becomes as new')
  .option(
    '--jamf <version>',
    'version of Jamf Pro; from 11.5 on there is no recurring sign-in',
    jamfVersion,
    '11.4.0',
  )
  .option('--standard-user', 'a person without admin rights, who cannot read the log')
  .action(async (dir: string, options: { readonly jamf: string; readonly standardUser?: true }) => {
    await installMac({ dir, jamfVersion: options.jamf, standardUser: options.standardUser ?? false });
    print(`${resolve(dir)} is a simulated Mac. To look at it: ${vigilOn(resolve(dir), 'status')}`);
  });

program
  .command('play')
  .description('make DIR the Mac that SCENARIO is about, and play it in real time')
  .argument('<DIR>', 'as for create')
  .argument('<SCENARIO>', 'its name; see list', scenario)
  .option('--speed <N>', 'play N times as fast', positiveNumber, 1)
  .action(async (dir: string, chosen: Scenario, options: { readonly speed: number }) => {
    await playInTerminal(dir, chosen, options.speed);
  });

program
  .command('list')
  .description('list the scenarios')
  .action(() => {
    for (const { name, title } of scenarios) print(`${name.padEnd(30)}${title}`);
  });

const stop = new AbortController();
endWithReader(process, () => stop.abort());
process.exitCode = await main();

async function main(): Promise<number> {
  try {
    await program.parseAsync();
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : usageError; // it has said why
    if (error instanceof Error && error.name === 'AbortError') return 130;
    process.stderr.write(`mac: ${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof NotASimulatedMac ? usageError : 1;
  }
}

async function playInTerminal(dir: string, chosen: Scenario, speed: number): Promise<void> {
  process.once('SIGINT', () => stop.abort()).once('SIGTERM', () => stop.abort());
  const mac = await Mac.create({ ...macFor(chosen), dir });
  const say = (sentence: string) => print(`${new Date().toTimeString().slice(0, 8)}  ${sentence}`);
  try {
    await play(mac, chosen, {
      speed,
      say,
      signal: stop.signal,
      person: personAtTheKeyboard(mac, say, stop.signal),
    });
  } finally {
    await mac.close();
  }
}

function jamfVersion(text: string): string {
  if (!/^\d+\.\d+(\.\d+)?$/.test(text))
    throw new InvalidArgumentError('It is a version such as 11.4 or 11.12.');
  return text.split('.').length === 2 ? `${text}.0` : text;
}

function positiveNumber(text: string): number {
  const value = Number(text);
  if (!(value > 0 && Number.isFinite(value))) throw new InvalidArgumentError('It is a number above 0.');
  return value;
}

function scenario(name: string): Scenario {
  const found = findScenario(name);
  if (found !== undefined) return found;
  throw new InvalidArgumentError(`Known are: ${scenarios.map((known) => known.name).join(', ')}.`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
