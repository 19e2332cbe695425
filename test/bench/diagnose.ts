// How fast `vigil diagnose` reads exported logs, beside grep, jq and gzip on the same files.
// npm run bench -- diagnose, or alone: node test/bench/diagnose.ts [--scale 0.1]
import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { build } from 'vite';
import { z } from 'zod';
import { type Figure, isMet, ratio, table } from './figures.ts';
import { packFile, writeLog } from './log-files.ts';

const repetitions = 7;
const megabyte = 1e6;
const repository = join(import.meta.dirname, '..', '..');
const run = promisify(execFile);

/** What the aims say is a share of the other's throughput; times are its reciprocal. */
const aims = { ndjson: 0.8, default: 0.6, jq: 30, gzip: 0.5, peakMb: 120 } as const;

type Times = { readonly ours: Figure; readonly theirs: Figure; readonly peak: Figure };
type Once = { readonly ms: number; readonly peakMb: number };
type Vigil = (file: string) => Promise<Once>;

/** Every run is a new process, without the start of Node and of the bundled program. `scale` makes the files smaller. */
export async function measureDiagnose(scale = 1): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'vigil-diagnose-'));
  try {
    const vigil = await bundleOnce(folder);
    return [...(await measureNdjson(vigil, folder, scale)), ...(await measureDefault(vigil, folder, scale))];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureNdjson(vigil: Vigil, folder: string, scale: number): Promise<readonly Figure[]> {
  const file = join(folder, 'mac.ndjson');
  await writeLog(file, 'ndjson', 1000 * megabyte * scale);
  const plain = await inTurn(vigil, file, ['grep', '-c', '-F', 'jamfAAD', file]);
  const tenth = await vigil(await head(file, 0.1));
  const quarter = await head(file, 0.25);
  const packed = `${quarter}.gz`;
  await packFile(quarter, packed);
  const gzip = await inTurn(vigil, packed, ['sh', '-c', 'gzip -dc "$0" | grep -c -F jamfAAD', packed]);
  return [
    ...named(plain, `NDJSON of ${await size(file)}`, 'grep -c -F'),
    ratio('  time ÷ that of grep', plain.ours, plain.theirs, { of: 'median', atMost: inverse(aims.ndjson) }),
    ...(await measureJq(vigil, file)),
    { ...plain.peak, what: '  peak memory', aim: { of: 'median', atMost: aims.peakMb } },
    { what: '  peak memory for a tenth of the file', unit: 'MB', values: [tenth.peakMb] },
    ...named(gzip, `its first ${await size(quarter)}, packed`, 'gzip -dc | grep -c -F'),
    ratio('  time ÷ that of both', gzip.ours, gzip.theirs, { of: 'median', atMost: aims.gzip }),
    { ...gzip.peak, what: '  peak memory', aim: { of: 'median', atMost: aims.peakMb } },
  ];
}

async function measureDefault(vigil: Vigil, folder: string, scale: number): Promise<readonly Figure[]> {
  const file = join(folder, 'mac.log');
  await writeLog(file, 'default', 500 * megabyte * scale);
  const plain = await inTurn(vigil, file, ['grep', '-c', '-F', 'jamfAAD', file]);
  return [
    ...named(plain, `default style of ${await size(file)}`, 'grep -c -F'),
    ratio('  time ÷ that of grep', plain.ours, plain.theirs, { of: 'median', atMost: inverse(aims.default) }),
    { ...plain.peak, what: '  peak memory', aim: { of: 'median', atMost: aims.peakMb } },
  ];
}

/** jq takes so long that a slice has to do; its time is taken to grow with the bytes. */
async function measureJq(vigil: Vigil, file: string): Promise<readonly Figure[]> {
  const filter =
    'select((.subsystem | contains("jamfAAD")) or (.subsystem | startswith("com.apple.AppSSO")))';
  const share = 0.04;
  const slice = await head(file, share);
  const command = ['jq', '-c', filter, slice];
  if (!(await exists(command))) return [];
  const { ours, theirs } = await inTurn(vigil, file, command);
  const whole = { ...theirs, values: theirs.values.map((ms) => ms / share) };
  return [
    { ...whole, what: '  jq, by its time for 4 % of the file' },
    ratio('  time ÷ that of jq', ours, whole, { of: 'median', atMost: inverse(aims.jq) }),
  ];
}

async function exists(command: readonly string[]): Promise<boolean> {
  return timeOf(command).then(
    () => true,
    () => false,
  );
}

function named({ ours, theirs }: Times, what: string, rival: string): readonly Figure[] {
  return [
    { ...ours, what: `${what}: vigil diagnose` },
    { ...theirs, what: `  ${rival}` },
  ];
}

/** By turns, so that what else the machine does weighs on both alike. The first round only warms the page cache. */
async function inTurn(vigil: Vigil, file: string, rival: readonly string[]): Promise<Times> {
  const rounds: (Once & { readonly theirMs: number })[] = [];
  for (let i = 0; i <= repetitions; i++) {
    rounds.push({ ...(await vigil(file)), theirMs: await timeOf(rival) });
  }
  const warm = rounds.slice(1);
  return {
    ours: { what: '', unit: 'ms', values: warm.map(({ ms }) => ms) },
    theirs: { what: '', unit: 'ms', values: warm.map(({ theirMs }) => theirMs) },
    peak: { what: '', unit: 'MB', values: warm.map(({ peakMb }) => peakMb) },
  };
}

async function timeOf([command = '', ...args]: readonly string[]): Promise<number> {
  const startedAt = performance.now();
  await run(command, args, { maxBuffer: 1e9 });
  return performance.now() - startedAt;
}

async function bundleOnce(folder: string): Promise<Vigil> {
  const out = join(folder, 'program');
  await build({
    root: repository,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'diagnose-once.ts'),
      outDir: out,
      emptyOutDir: true,
      rolldownOptions: { external: [...builtinModules, /^node:/], output: { entryFileNames: 'once.mjs' } },
    },
  });
  return async (file) => {
    const { stdout } = await run(process.execPath, [join(out, 'once.mjs'), file]);
    const { exitCode, ms, peakMb } = told.parse(JSON.parse(stdout));
    if (exitCode !== 0) throw new Error(`vigil diagnose ${file}: exit code ${exitCode}`);
    return { ms, peakMb };
  };
}

const told = z.object({ exitCode: z.number(), ms: z.number(), peakMb: z.number() });

/** The beginning of a file, to the end of a line. */
async function head(file: string, share: number): Promise<string> {
  const part = `${file}.${share}`;
  const length = Math.floor((await stat(file)).size * share);
  await run('sh', ['-c', 'head -c "$0" "$1" | sed "\\$d" > "$2"', String(length), file, part]);
  return part;
}

/** What throughput is at least, time is at most. */
function inverse(throughput: number): number {
  return Number((1 / throughput).toPrecision(3));
}

async function size(file: string): Promise<string> {
  return `${Math.round((await stat(file)).size / megabyte)} MB`;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { scale: { type: 'string', default: '1' } } });
  const figures = await measureDiagnose(Number(values.scale));
  process.stdout.write(`${table(figures)}\n`);
  process.exitCode = figures.every(isMet) ? 0 : 1;
}
