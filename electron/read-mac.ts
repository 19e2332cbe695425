import { readClaims } from './act/agent-output.ts';
import { isAgentAlive, isAlive } from './act/processes.ts';
import type { AgentRunsFact, AttemptFact, Facts, PersonFact } from './assess/facts.ts';
import { settleMs } from './assess/rules.ts';
import { attemptOf } from './attempt-record.ts';
import type { MacPaths } from './paths.ts';
import { readAgentRuns } from './sense/agent-runs.ts';
import { readAttemptRecord } from './sense/attempt.ts';
import { readJamf } from './sense/jamf.ts';
import { readLaunchAgent } from './sense/launch-agent.ts';
import { readNetwork } from './sense/network.ts';
import { readPerson } from './sense/person.ts';
import type { Presence } from './sense/presence.ts';
import { listProcesses } from './sense/processes.ts';

/** The facts that lie in files, beside the plist that decides: quick enough for the time before the first icon. */
export function readFiles(paths: MacPaths): Pick<Facts, 'launchAgent' | 'jamf'> {
  return {
    launchAgent: readLaunchAgent(paths.jamf.launchAgentPlist),
    jamf: readJamf(paths.jamf),
  };
}

/**
 * The facts that other programs have to be asked for. What they do not tell keeps its last reading.
 * @param known whose session this is as far as it is known; a process keeps its user, so that is asked for but once
 * @param presence is read, too, once it is known whose session counts; null where it is not due
 */
export async function askPrograms(
  paths: MacPaths,
  known: PersonFact,
  presence: Presence | null,
): Promise<Pick<Facts, 'person' | 'network'> & Partial<Pick<Facts, 'agentRuns'>>> {
  const asked = known.uid === null ? readPerson(paths.run.id, known.userName) : Promise.resolve(known);
  const [person, network, agentRuns] = await Promise.all([
    asked,
    readNetwork(paths.run.scutil),
    readAgentRuns(paths.run.ps, paths.jamf.agentCommands),
    asked.then(({ uid }) => presence?.read(uid)),
  ]);
  return { person, network, ...(agentRuns === null ? {} : { agentRuns }) };
}

/**
 * The last sign-in for a single look, which ends no record: one that nobody watches any more is over. When it was is not
 * known, so cfprefsd is taken to have written the plist since.
 * @param agents null where `ps` did not tell
 */
export async function readAttemptOnce(
  paths: MacPaths,
  agents: AgentRunsFact | null,
  now: number,
): Promise<AttemptFact> {
  const reading = readAttemptRecord(paths.vigil.attempt);
  if (reading.kind !== 'read') return { kind: 'none' };
  const { record } = reading;
  if (record.end !== null || isAgentAlive(record, agents)) return attemptOf(record);
  if (isAlive(record.watcher, await listProcesses(paths.run.ps))) return attemptOf(record);
  const claims = await readClaims(paths.vigil.attemptOutput);
  const endedAt = Math.max(record.startedAt, now - settleMs);
  return attemptOf({ ...record, end: { endedAt, how: { kind: 'gone' }, claims } });
}

/** What is assumed before anything was read. Nobody is notified of anything before it is known that somebody is there. */
export function factsBefore(startedAt: number, userName: string): Facts {
  return {
    plist: { kind: 'absent' },
    launchAgent: { kind: 'absent' },
    jamf: { kind: 'absent' },
    agentRuns: { runs: [], readAt: startedAt },
    logAccess: { kind: 'pending' },
    presence: { locked: true, awakeSince: null },
    network: { kind: 'unknown' },
    attempt: { kind: 'none' },
    person: { uid: null, userName },
    invalidSettings: [],
    startedAt,
  };
}
