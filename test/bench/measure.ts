// node measure.ts NAME …
// The measuring itself. bench.ts prepares it and cleans up after it.
import { availableParallelism, loadavg } from 'node:os';
import { startSession } from '../support/session.ts';
import { benchmarks } from './benchmarks.ts';
import { isMet, table } from './figures.ts';
import { Launcher } from './launcher.ts';

const names = process.argv.slice(2);
const chosen = benchmarks.filter(({ name }) => names.includes(name));
const session = chosen.some(({ onDesktop }) => onDesktop) ? await startSession() : null;
Object.assign(process.env, session?.env);
const launcher = new Launcher();
say(`${process.platform} on ${process.arch}, ${availableParallelism()} cores, Node ${process.versions.node}`);
for (const { name, title, run } of chosen) {
  say(`\n── ${name}: ${title}`);
  const figures = await run(launcher);
  say(table(figures));
  if (!figures.every(isMet)) process.exitCode = 1;
  say(`load of the machine: ${loadavg()[0]?.toFixed(1)}`);
}
await launcher.close();
await session?.end();

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
