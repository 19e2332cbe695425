// npm start [-- [--simulate SCENARIO] [--terminal] [--speed N]]
// On a Mac, Vigil watches that Mac. Anywhere else, or with --simulate, it watches a simulated one that plays a story.
import { parseArgs } from 'node:util';
import { findScenario, scenarios } from '../test/mac/scenarios.ts';
import { Children, onInterrupt } from './children.ts';
import { simulate } from './simulate.ts';
import { vigilInTray } from './vigil-command.ts';

/** sysexits.h: the command was used incorrectly. */
const USAGE_ERROR = 64;
const USAGE = 'npm start [-- [--simulate SCENARIO] [--terminal] [--speed N]]';

const children = new Children();

try {
  process.exitCode = await main();
} catch (error) {
  process.exitCode = 1;
  // Ctrl-C cuts a story short; whoever pressed it knows.
  const interrupted = error instanceof Error && error.name === 'AbortError';
  if (!interrupted) process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
}

async function main(): Promise<number> {
  const values = readArguments();
  if (typeof values === 'string') {
    process.stderr.write(`${values}\n${USAGE}\n`);
    return USAGE_ERROR;
  }
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const isMac = process.platform === 'darwin';
  if (isMac && values.simulate === undefined) return watchThisMac();
  const scenario = values.simulate === undefined ? scenarios[0] : findScenario(values.simulate);
  if (scenario === undefined) {
    const known = scenarios.map(({ name, title }) => `  ${name.padEnd(30)}${title}`);
    process.stderr.write(`--simulate takes one of:\n${known.join('\n')}\n`);
    return USAGE_ERROR;
  }
  const speed = Number(values.speed);
  if (!(speed > 0 && Number.isFinite(speed))) {
    process.stderr.write('--speed takes a number above 0\n');
    return USAGE_ERROR;
  }
  const hasDisplay = isMac || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
  const where = hasDisplay && !values.terminal ? 'tray' : 'terminal';
  return simulate({ scenario, where, speed }, children);
}

/** Or what is wrong with them. */
function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        simulate: { type: 'string' },
        terminal: { type: 'boolean', default: false },
        speed: { type: 'string', default: '1' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function watchThisMac(): Promise<number> {
  onInterrupt(async () => children.end());
  const [executable, ...args] = await vigilInTray(children);
  return children.run(executable, args);
}
