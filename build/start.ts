// npm start [-- [--simulate SCENARIO] [--terminal]]
// On a Mac, Vigil watches that Mac. Anywhere else, or with --simulate, it watches a simulated one that plays a story.
import { parseArgs } from 'node:util';
import { findScenario, scenarios } from '../test/mac/scenarios.ts';
import { Children, onInterrupt } from './children.ts';
import { simulate } from './simulate.ts';
import { vigilInTray } from './vigil-command.ts';

/** sysexits.h: the command was used incorrectly. */
const USAGE_ERROR = 64;

const children = new Children();

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { simulate: { type: 'string' }, terminal: { type: 'boolean', default: false } },
  });
  const isMac = process.platform === 'darwin';
  if (isMac && values.simulate === undefined) return watchThisMac();
  const scenario = values.simulate === undefined ? scenarios[0] : findScenario(values.simulate);
  if (scenario === undefined) {
    const known = scenarios.map(({ name, title }) => `  ${name.padEnd(30)}${title}`);
    process.stderr.write(`--simulate takes one of:\n${known.join('\n')}\n`);
    return USAGE_ERROR;
  }
  const hasDisplay = isMac || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
  return simulate(scenario, hasDisplay && !values.terminal ? 'tray' : 'terminal', children);
}

async function watchThisMac(): Promise<number> {
  onInterrupt(async () => children.end());
  const [executable, ...args] = await vigilInTray(children);
  return children.run(executable, args);
}
