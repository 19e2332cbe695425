import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { DeployMac } from '../support/deploy/deploy-mac.ts';
import { askAll, attributeNames, fleet, install } from '../support/deploy/fleet.ts';
import type { Figure } from './figures.ts';

const macs = 1000;
const batch = 40;

/**
 * What the extension attributes say of a thousand Macs, and what that takes of each. The tools that they start are
 * stand-ins, except on a Mac, where plutil and date are real.
 */
export async function measureFleet(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'fleet-'));
  try {
    const mac = await DeployMac.create(folder);
    const seen: Seen = { wrong: 0, wallMs: [], cpuMs: [] };
    // By and by, as a status of now is not one of now for long.
    for (let first = 0; first < macs; first += batch) await see(mac, fleet(batch, first), seen);
    return [
      {
        what: `wrong answers about ${macs} Macs`,
        unit: 'Macs',
        values: [seen.wrong],
        aim: { of: 'median', atMost: 0 },
      },
      { what: `all ${attributeNames.length} attributes of a Mac`, unit: 'ms', values: seen.wallMs },
      { what: '  CPU of each', unit: 'ms', values: seen.cpuMs, aim: { of: 'median', atMost: 50 } },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Seen = { wrong: number; readonly wallMs: number[]; readonly cpuMs: number[] };

async function see(mac: DeployMac, people: ReturnType<typeof fleet>, seen: Seen): Promise<void> {
  await install(mac, people);
  const start = performance.now();
  const { answers, cpuMs } = await askAll(mac, people);
  seen.wallMs.push((performance.now() - start) / people.length);
  seen.cpuMs.push(cpuMs / people.length / attributeNames.length);
  for (const [index, { name, condition, expected }] of people.entries()) {
    if (isDeepStrictEqual(answers[index], expected)) continue;
    seen.wrong += 1;
    process.stderr.write(`${name} (${condition}): a wrong answer\n`);
  }
}
