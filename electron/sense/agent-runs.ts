import type { AgentRun, AgentRunsFact } from '../assess/facts.ts';
import type { ProcessLine } from './processes.ts';
import { listProcesses } from './processes.ts';

/** Verbs that only answer and never sign in. Inventory runs some of them every day. */
const harmlessVerbs: readonly string[] = ['clean', 'getPSSOStatus', 'help', 'version'];

/** The agent's runs that are alive; null where `ps` did not tell, so that the last reading stands. */
export async function readAgentRuns(
  ps: string,
  executables: readonly string[],
): Promise<AgentRunsFact | null> {
  const processes = await listProcesses(ps);
  return processes === null ? null : { runs: agentRuns(processes, executables), readAt: Date.now() };
}

/** Runs that can sign in, oldest first. */
export function agentRuns(
  processes: readonly ProcessLine[],
  executables: readonly string[],
): readonly AgentRun[] {
  const runs = processes.flatMap(({ pid, uid, startedAt, command }) => {
    const words = argumentsOf(command, executables);
    if (words === null) return [];
    const verb = words.find((word) => !word.startsWith('-'));
    if (verb !== undefined && harmlessVerbs.includes(verb)) return [];
    return { pid, uid, startedAt, recurring: words.includes('-recurring') };
  });
  return runs.sort((a, b) => a.startedAt - b.startedAt);
}

/**
 * The arguments behind the agent's path; null where the command is something else. Letter case is ignored, as the
 * file system of a Mac does: public scripts spell the executable `JAMF Conditional Access`.
 */
function argumentsOf(command: string, executables: readonly string[]): readonly string[] | null {
  const lower = command.toLowerCase();
  for (const executable of executables) {
    const path = executable.toLowerCase();
    if (lower === path) return [];
    if (lower.startsWith(`${path} `)) return command.slice(path.length).trim().split(/\s+/);
  }
  return null;
}
