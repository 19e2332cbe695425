import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Mac } from '../mac/mac.ts';
import { listProcesses } from '../mac/processes.ts';
import { until } from '../mac/until.ts';

/** Does the work with a simulated Mac that was signed in half an hour ago; then it is gone. */
export async function withMac<T>(work: (mac: Mac) => Promise<T>): Promise<T> {
  const mac = await Mac.create({ dir: await mkdtemp(join(tmpdir(), 'mac-')) });
  try {
    return await work(mac);
  } finally {
    await mac.dispose();
  }
}

/** Waits until so many programs run on the Mac: none, where nobody reads its log. */
export async function quiet(mac: Mac, programs = 0): Promise<void> {
  const isQuiet = async () => (await listProcesses(mac.layout)).length === programs;
  await until('the Mac is quiet', isQuiet);
}
