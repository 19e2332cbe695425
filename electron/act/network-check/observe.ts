import type { HostObservation } from '../../assess/network/observation.ts';
import { certificateFacts } from './certificate-facts.ts';
import type { Probe, ProbeTarget } from './probe.ts';

export type CheckLimits = {
  readonly hostMs: number;
  readonly allMs: number;
  /** How many hosts are asked at once. */
  readonly atOnce: number;
};

/** A host in reach has answered in one second; ten are for a slow PAC file and a far proxy. */
const usualLimits: CheckLimits = { hostMs: 10_000, allMs: 30_000, atOnce: 6 };

/** Asks every host, and tells what was seen, in their order. An abort ends it early with what is known by then. */
export async function observeHosts(
  targets: readonly ProbeTarget[],
  probe: Probe,
  signal: AbortSignal,
  limits: CheckLimits = usualLimits,
): Promise<readonly HostObservation[]> {
  const limit = timeLimit(limits.allMs);
  const stop = AbortSignal.any([signal, limit.signal]);
  const observations: HostObservation[] = targets.map(notAsked);
  const waiting = targets.entries();
  const worker = async () => {
    for (const [i, target] of waiting) {
      if (stop.aborted) return;
      observations[i] = await observe(target, probe, stop, limits.hostMs);
    }
  };
  try {
    await Promise.all(Array.from({ length: limits.atOnce }, worker));
  } finally {
    limit.clear();
  }
  return observations;
}

async function observe(
  target: ProbeTarget,
  probe: Probe,
  stop: AbortSignal,
  hostMs: number,
): Promise<HostObservation> {
  const { host } = target;
  const startedAt = performance.now();
  const limit = timeLimit(hostMs);
  const sight = await probe(target, AbortSignal.any([stop, limit.signal])).finally(limit.clear);
  const isLate = sight.answer.kind === 'unfinished' && !stop.aborted;
  return {
    host,
    proxy: sight.proxy,
    answer: isLate ? { kind: 'failed', why: 'time-limit', code: `${hostMs} ms` } : sight.answer,
    certificate: sight.certificate && certificateFacts(sight.certificate, host),
    tookMs: Math.round(performance.now() - startedAt),
  };
}

function notAsked({ host }: ProbeTarget): HostObservation {
  return { host, proxy: { kind: 'unknown' }, answer: { kind: 'unfinished' }, certificate: null, tookMs: 0 };
}

/** Unlike `AbortSignal.timeout` it leaves no timer behind. */
function timeLimit(ms: number) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms);
  return { signal: controller.signal, clear: () => clearTimeout(timer) };
}
