import { setTimeout as delay } from 'node:timers/promises';
import { UnifiedLog } from '../../electron/sense/unified-log.ts';
import { until } from '../mac/until.ts';
import type { Figure } from './figures.ts';
import { quiet, withMac } from './with-mac.ts';

const repetitions = 300;
/** So that every line finds an idle reader, as on a Mac, where they are rare. */
const pauseMs = 20;

/** From a line in the log to the event of our reader. `log` itself is the simulated Mac's, which takes most of it. */
export async function measureLog(): Promise<readonly Figure[]> {
  return withMac(async (mac) => {
    let arrived: (at: number) => void = () => undefined;
    const log = new UnifiedLog({
      executable: mac.layout.log,
      onRecord: () => arrived(performance.now()),
      onAccess: () => undefined,
      onTrouble: (what) => process.stderr.write(`${what}\n`),
    });
    log.follow();
    await until('the log is followed', () => log.access.kind === 'granted');
    await quiet(mac, 1);
    const values: number[] = [];
    for (let i = 0; i < repetitions; i += 1) {
      const event = Promise.withResolvers<number>();
      arrived = event.resolve;
      const writtenAt = performance.now();
      mac.appendLog({ message: 'Setting the token' });
      values.push((await event.promise) - writtenAt);
      await delay(pauseMs);
    }
    await log.stop();
    return [{ what: 'line in the log → event', unit: 'ms', values, aim: { of: 'p95', atMost: 10 } }];
  });
}
