import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Mac } from './mac.ts';
import type { MacOptions } from './options.ts';

/** A Mac for the test that runs now; it is gone, with everything that runs on it, when the test is over. */
export async function temporaryMac(options: Omit<MacOptions, 'dir'> = {}): Promise<Mac> {
  // The space and the apostrophe are there because a Mac has them in its paths.
  const dir = await mkdtemp(join(tmpdir(), "vigil's mac "));
  const mac = await Mac.create({ ...options, dir });
  onTestFinished(() => mac.dispose());
  return mac;
}
