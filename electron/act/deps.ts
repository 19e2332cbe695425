import type { AgentRunsFact, NetworkFact, PersonFact } from '../assess/facts.ts';
import type { ProcessIdentity, RecordReading } from '../attempt-record.ts';
import type { MacPaths } from '../paths.ts';
import type { ProbeFetch } from './login-probe.ts';

/** What a sign-in is started and stopped with. The composition root fills it; `electron/act-on-mac.ts` does so for a Mac. */
export type ActDeps = {
  readonly paths: MacPaths;
  /** The macOS short name of the person. */
  readonly userName: string;
  readonly mac: MacReadings;
  readonly run: RunProgram;
  readonly fetch: ProbeFetch;
  /** This process, as `ps` sees it. */
  readonly self: () => Promise<ProcessIdentity>;
  /** Since when (`performance.now()`) the agent of a sign-in that is not ended on record was seen to be gone, by its id. */
  readonly goneSince: Map<string, number>;
  readonly log: Logger;
};

/** Readings of now: what was true at the last assessment may not be true at the click. */
export type MacReadings = {
  readonly person: () => Promise<PersonFact>;
  readonly network: () => Promise<NetworkFact>;
  /** Null where `ps` did not tell. */
  readonly agentRuns: () => Promise<AgentRunsFact | null>;
  /** Every process, or as many as can be seen; null where `ps` did not tell. */
  readonly processes: () => Promise<readonly ProcessIdentity[] | null>;
  readonly record: () => RecordReading;
};

/** Runs a program to its end, without a shell. Never throws. */
export type RunProgram = (
  executable: string,
  args: readonly string[],
  options: { readonly timeLimitMs: number },
) => Promise<ProgramResult>;

type ProgramResult =
  | { readonly kind: 'exited'; readonly code: number; readonly stdout: string; readonly stderr: string }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'failed'; readonly why: string };

export type Logger = {
  readonly info: (...what: readonly unknown[]) => void;
  readonly warn: (...what: readonly unknown[]) => void;
  readonly error: (...what: readonly unknown[]) => void;
};
