import { app } from 'electron';
import { observeHosts } from '../../../electron/act/network-check/observe.ts';
import type { ProbeTarget } from '../../../electron/act/network-check/probe.ts';
import type { HostObservation } from '../../../electron/assess/network/observation.ts';
import { netProbe } from '../../../electron/net-probe.ts';

// The probe of the network check in real Electron, asked by a test.

export type Observe = (
  targets: readonly ProbeTarget[],
  hostMs?: number,
) => Promise<readonly HostObservation[]>;

declare global {
  /** Where the test finds it. */
  var observe: Observe;
}

app.on('window-all-closed', () => {
  // There are none.
});
void app.whenReady().then(() => {
  const never = new AbortController().signal;
  globalThis.observe = (targets, hostMs = 20_000) =>
    observeHosts(targets, netProbe(), never, { hostMs, allMs: 60_000, atOnce: 4 });
});
