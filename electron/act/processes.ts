import type { AgentRunsFact } from '../assess/facts.ts';
import type { AttemptRecord, ProcessIdentity } from '../attempt-record.ts';

/** `ps` tells whole seconds, and a busy Mac starts slowly; a process id comes round again far later than this. */
const startToleranceMs = 10_000;
/** How long a process may bear its parent's name. */
const namelessMs = 3_000;

/** Whether a process of ours lives. `ps` has the last word only where it shows the id: then it may be another's by now. */
export function isAlive(identity: ProcessIdentity, processes: readonly ProcessIdentity[] | null): boolean {
  if (!answers(identity.pid)) return false;
  const shown = processes?.find(({ pid }) => pid === identity.pid);
  return shown === undefined || isSame(shown, identity);
}

/** Whether the agent that the record tells of lives, and is not a later process of that number. */
export function isAgentAlive({ pid, startedAt }: AttemptRecord, agents: AgentRunsFact | null): boolean {
  if (pid === null || !answers(pid)) return false;
  if (agents === null) return true; // `ps` did not tell
  if (agents.runs.some((run) => isSame(run, { pid, startedAt }))) return true;
  // Not among the agents, though the id answers: it is somebody else's now, or a zombie that nobody reaps. Or it was
  // born so recently that it does not bear its own name yet.
  return Math.abs(Date.now() - startedAt) < namelessMs;
}

/** Signal 0 asks without doing anything. */
function answers(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false; // gone, or another person's, so none of ours
  }
}

export function isSame(a: ProcessIdentity, b: ProcessIdentity): boolean {
  return a.pid === b.pid && Math.abs(a.startedAt - b.startedAt) <= startToleranceMs;
}
