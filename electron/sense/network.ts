import type { NetworkFact } from '../assess/facts.ts';
import { outputOf } from './run.ts';

/** Whether macOS sees a way out. A captive portal looks online from here. */
export async function readNetwork(scutil: string): Promise<NetworkFact> {
  const output = await outputOf(scutil, ['--nwi']);
  return output === null ? { kind: 'unknown' } : parseNetwork(output);
}

/** Bits of SCNetworkReachabilityFlags. */
const reachable = 0x2;
/** It would be reachable once somebody dials, or starts a VPN. */
const connectionRequired = 0x4;

/** `scutil --nwi` sums up each protocol in a line such as `   REACH : flags 0x00000002 (Reachable)`. */
export function parseNetwork(output: string): NetworkFact {
  const flags = Array.from(output.matchAll(/^\s*REACH\s*:\s*flags\s+0x([0-9a-f]{1,8})\b/gim), (match) =>
    Number.parseInt(match[1] ?? '', 16),
  );
  if (flags.length === 0) return { kind: 'unknown' };
  const online = flags.some((flag) => (flag & (reachable | connectionRequired)) === reachable);
  return { kind: online ? 'online' : 'offline' };
}
