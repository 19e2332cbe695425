import type { ActDeps, Logger } from './act/deps.ts';
import type { ProbeFetch } from './act/login-probe.ts';
import type { ProcessIdentity } from './attempt-record.ts';
import type { MacPaths } from './paths.ts';
import { readAgentRuns } from './sense/agent-runs.ts';
import { readAttemptRecord } from './sense/attempt.ts';
import { readNetwork } from './sense/network.ts';
import { readPerson } from './sense/person.ts';
import { listProcesses } from './sense/processes.ts';
import { run } from './sense/run.ts';

export type ActOptions = {
  readonly paths: MacPaths;
  readonly userName: string;
  /** Electron's `net.fetch` in the app. */
  readonly fetch: ProbeFetch;
  readonly log: Logger;
};

/** What act/ needs, taken from the sensors of one Mac. */
export function actOnMac({ paths, userName, fetch, log }: ActOptions): ActDeps {
  const processes = () => listProcesses(paths.run.ps);
  let self: Promise<ProcessIdentity> | null = null;
  return {
    paths,
    userName,
    mac: {
      person: () => readPerson(paths.run.id, userName),
      network: () => readNetwork(paths.run.scutil),
      agentRuns: () => readAgentRuns(paths.run.ps, paths.jamf.agentCommands),
      processes,
      record: () => readAttemptRecord(paths.vigil.attempt),
    },
    run,
    fetch,
    self: () => {
      self ??= processes().then(selfAmong);
      return self;
    },
    goneSince: new Map(),
    log,
  };
}

/** As `ps` tells it, because others compare with what `ps` tells; a simulated Mac does not show Vigil itself. */
function selfAmong(processes: readonly ProcessIdentity[] | null): ProcessIdentity {
  const shown = processes?.find(({ pid }) => pid === process.pid);
  return { pid: process.pid, startedAt: shown?.startedAt ?? Math.round(performance.timeOrigin) };
}
