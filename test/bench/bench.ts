// npm run bench [-- NAME …]
// Measures Vigil on real Electron, with a display and a session bus of its own, and says whether the aims are met.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Children, onInterrupt } from '../../build/children.ts';
import { ensureSystemPackages } from '../../build/system-packages.ts';
import { bundleVigil } from '../../build/vigil-command.ts';
import { benchmarks } from './benchmarks.ts';

/** sysexits.h: the command was used incorrectly. */
const USAGE_ERROR = 64;

const children = new Children();
const scratch = await mkdtemp(join(tmpdir(), 'vigil-bench-'));
onInterrupt(cleanUp);
try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
} finally {
  await cleanUp();
}

async function main(): Promise<number> {
  const { positionals: names } = parseArgs({ allowPositionals: true });
  const unknown = names.filter((name) => !benchmarks.some((benchmark) => benchmark.name === name));
  if (unknown.length > 0) {
    const known = benchmarks.map(({ name, title }) => `  ${name.padEnd(12)}${title}`);
    process.stderr.write(`${unknown.join(', ')}: not a benchmark. There are:\n${known.join('\n')}\n`);
    return USAGE_ERROR;
  }
  const chosen = benchmarks.filter(({ name, byDefault }) =>
    names.length === 0 ? byDefault : names.includes(name),
  );
  if (chosen.some(({ onDesktop }) => onDesktop)) await prepareDesktop();
  const measure = [join(import.meta.dirname, 'measure.ts'), ...chosen.map(({ name }) => name)];
  // A folder for all temporary files, removed at the end however that comes.
  return children.run(process.execPath, measure, { env: { TMPDIR: scratch } });
}

async function prepareDesktop(): Promise<void> {
  if (process.platform !== 'linux') throw new Error('The tray can be seen from outside on Linux only.');
  await ensureSystemPackages();
  await bundleVigil(children);
}

async function cleanUp(): Promise<void> {
  await children.end();
  await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
}
