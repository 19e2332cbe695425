import { type CheckLimits, observeHosts } from './act/network-check/observe.ts';
import type { Probe } from './act/network-check/probe.ts';
import { type NetworkHost, networkHosts } from './assess/network/hosts.ts';
import { judgeHost, type NetworkCheck } from './assess/network/judge.ts';

const httpsPort = 443;

/**
 * Looks at the way to each of the hosts. Only for somebody who has asked for it: these are requests that the Mac would not
 * make otherwise. Never rejects; an abort ends it with what is known by then.
 */
export async function checkNetwork(
  hosts: readonly NetworkHost[],
  probe: Probe,
  signal: AbortSignal,
  limits?: CheckLimits,
): Promise<NetworkCheck> {
  const targets = hosts.map(({ host, path }) => ({ host, path, port: httpsPort }));
  const observations = await observeHosts(targets, probe, signal, limits);
  const checkedAt = Date.now();
  return {
    checkedAt,
    hosts: hosts.flatMap((host, i) => {
      const observation = observations[i];
      return observation === undefined ? [] : [judgeHost(host, observation, checkedAt)];
    }),
  };
}

/** The same for the hosts that every Mac needs. */
export async function checkUsualHosts(probe: Probe, signal: AbortSignal): Promise<NetworkCheck> {
  const usual = networkHosts.filter(({ needed }) => needed === 'always');
  return checkNetwork(usual, probe, signal);
}
