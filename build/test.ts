// npm test [-- --only checks|unit|e2e …] [--looks one|all] [FILE …]
// Runs the checks and the tests; the last line is "N passed, N failed".
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Children, onInterrupt } from './children.ts';

type Count = { readonly passed: number; readonly failed: number };
type Check = { readonly script: string; readonly passed: boolean; readonly output: string };
type Part = {
  readonly name: string;
  readonly run: () => Promise<Count>;
  readonly byDefault: boolean;
  /** Needs Electron and what it is shown on. */
  readonly onDesktop: boolean;
};

const REPOSITORY = join(import.meta.dirname, '..');
const BIN = join(REPOSITORY, 'node_modules', '.bin');
const NOTHING: Count = { passed: 0, failed: 0 };
const ONE_FAILURE: Count = { passed: 0, failed: 1 };

const isLinux = process.platform === 'linux';
const parts: readonly Part[] = [
  { name: 'unit', run: async () => runVitest('unit'), byDefault: true, onDesktop: false },
  { name: 'checks', run: tellChecks, byDefault: true, onDesktop: false },
  { name: 'e2e', run: async () => runVitest('e2e'), byDefault: isLinux, onDesktop: true },
];

const { values, positionals: files } = parseArgs({
  options: { only: { type: 'string', multiple: true }, looks: { type: 'string', default: 'one' } },
  allowPositionals: true,
});
const children = new Children();
let checks: Promise<readonly Check[]> = Promise.resolve([]);
const scratch = await mkdtemp(join(tmpdir(), 'vigil-test-'));
onInterrupt(cleanUp);
try {
  process.exitCode = await main();
} finally {
  await cleanUp();
}

async function main(): Promise<number> {
  if (!['one', 'all'].includes(values.looks)) throw new Error(`--looks ${values.looks}: it is one or all`);
  const chosen = chosenParts();
  const prepared = chosen.some(({ onDesktop }) => onDesktop) ? prepareDesktop() : undefined;
  if (chosen.some(({ name }) => name === 'checks')) checks = runChecks();
  let total = NOTHING;
  for (const part of chosen) {
    if (part.onDesktop) await prepared;
    total = sum(total, await runPart(part));
  }
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
  return total.failed === 0 ? 0 : 1;
}

function chosenParts(): readonly Part[] {
  const { only } = values;
  const unknown = (only ?? []).filter((name) => !parts.some((part) => part.name === name));
  if (unknown.length > 0) {
    throw new Error(
      `--only ${unknown.join(', ')}: the parts are ${parts.map(({ name }) => name).join(', ')}`,
    );
  }
  return parts.filter(({ name, byDefault }) => (only === undefined ? byDefault : only.includes(name)));
}

async function runPart({ name, run }: Part): Promise<Count> {
  process.stdout.write(`\n── ${name}\n`);
  try {
    return await run();
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.message : error}\n`);
    return ONE_FAILURE;
  }
}

/** The checks run beside the unit tests, which leave them a processor now and then. */
async function runChecks(): Promise<readonly Check[]> {
  const scripts = ['check:types', 'check:lint', 'check:unused'];
  return Promise.all(
    scripts.map(async (script) => {
      const output = join(scratch, `${script.replace(':', '-')}.txt`);
      const file = await open(output, 'w');
      const code = await children.run('npm', ['run', '--silent', script], { output: file.fd });
      await file.close();
      return { script, passed: code === 0, output: await readFile(output, 'utf8') };
    }),
  );
}

/** A check that finds something counts as one failed test; one that finds nothing is not a test. */
async function tellChecks(): Promise<Count> {
  const failed = (await checks).filter(({ passed }) => !passed);
  for (const { output } of failed) process.stdout.write(output);
  for (const { script, passed } of await checks) {
    process.stdout.write(`npm run ${script}: ${passed ? 'nothing found' : 'failed'}\n`);
  }
  return { passed: 0, failed: failed.length };
}

/** In the meantime the parts run that need no desktop. */
async function prepareDesktop(): Promise<void> {
  await children.run(process.execPath, [join(import.meta.dirname, 'prepare-desktop.ts')], {
    output: 'ignore',
  });
}

async function runVitest(project: string): Promise<Count> {
  const results = join(scratch, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  const args = ['run', '--project', project, ...reporters, ...files];
  // A folder for their temporary files that nothing else uses: what is left in it, they have left.
  // Many tests start Vigil's command line: half of what that takes is compiling it.
  const env = {
    TMPDIR: scratch,
    NODE_COMPILE_CACHE: join(scratch, 'compiled'),
    VIGIL_TEST_LOOKS: values.looks,
  };
  const code = await children.run(join(BIN, 'vitest'), args, { env });
  const count = await readCount(results);
  if (count.failed === 0 && code !== 0) {
    process.stdout.write(`${project} ended with exit code ${code} although no test failed\n`);
    return { ...count, failed: 1 };
  }
  return count;
}

/** A test that was skipped has proved nothing. Without a result there is nothing to count. */
async function readCount(results: string): Promise<Count> {
  const text = await readFile(results, 'utf8').catch(() => '{}');
  const { numTotalTests: total = 0, numPassedTests: passed = 0 }: Record<string, number> = JSON.parse(text);
  return total === 0 ? ONE_FAILURE : { passed, failed: total - passed };
}

function sum(one: Count, other: Count): Count {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}

async function cleanUp(): Promise<void> {
  await children.end();
  await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
}
