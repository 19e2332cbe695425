/**
 * What the Mac says now. Every fact is a reading; one that cannot be read says why.
 * Instants are epoch milliseconds (names end in `At`), durations end in `Ms`.
 */
export type Facts = {
  readonly plist: PlistFact;
  readonly launchAgent: LaunchAgentFact;
  readonly jamf: JamfFact;
  readonly agentRuns: AgentRunsFact;
  readonly logAccess: LogAccessFact;
  readonly presence: PresenceFact;
  readonly network: NetworkFact;
  readonly attempt: AttemptFact;
  readonly person: PersonFact;
  /** Names of Vigil's own settings whose value has the wrong type or range, and that keep their default. */
  readonly invalidSettings: readonly string[];
  /** When this run of Vigil began. */
  readonly startedAt: number;
};

/** `~/Library/Preferences/com.jamf.management.jamfAAD.plist`, the one that decides. */
export type PlistFact =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly why: UnreadableWhy }
  | PlistReading;

export type UnreadableWhy =
  | 'no-permission'
  | 'not-a-file'
  | 'too-large'
  | 'empty'
  | 'malformed'
  | 'nonsense'
  | 'io-error';

export type PlistReading = {
  readonly kind: 'read';
  /** `last_aad_token_timestamp`; null when it is missing, zero or negative: no sign-in yet. */
  readonly lastSignInAt: number | null;
  /** `have_an_Azure_id`; null when the key is missing. */
  readonly registered: boolean | null;
  /** Modification time of the file. */
  readonly writtenAt: number;
};

/** The LaunchAgent that runs the recurring sign-in. Its presence does not prove that it recurs. */
export type LaunchAgentFact =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly why: UnreadableWhy }
  /** `intervalMs` is null where the file does not tell it. */
  | { readonly kind: 'present'; readonly intervalMs: number | null };

export type JamfFact =
  | { readonly kind: 'absent' }
  /**
   * `version` is null where Jamf.app's Info.plist does not tell it; `appId` is the Entra app that the agent signs in to
   * (`microsoftCANativeClientAppId` of com.jamfsoftware.jamf.plist), where it is known.
   */
  | { readonly kind: 'present'; readonly version: string | null; readonly appId?: string };

/** Runs of the agent's executable that are alive now, ours included. */
export type AgentRunsFact = {
  readonly runs: readonly AgentRun[];
  readonly readAt: number;
};

export type AgentRun = {
  readonly pid: number;
  readonly uid: number;
  readonly startedAt: number;
  /** Started by launchd with `-recurring`, as opposed to by hand, by a policy or by us. */
  readonly recurring: boolean;
};

/** Whose Mac session this is. Log lines and agent runs of anybody else never count. */
export type PersonFact = {
  readonly uid: number | null;
  readonly userName: string;
};

/**
 * How the unified log can be read. `pending` until the first try has answered; `relayed`: not by this person, but a job
 * of the organisation hands it on.
 */
export type LogAccessFact = {
  readonly kind: 'pending' | 'granted' | 'relayed' | 'denied' | 'failing';
};

export type PresenceFact = {
  readonly locked: boolean;
  /** The last wake or boot; null while the Mac sleeps. */
  readonly awakeSince: number | null;
};

export type NetworkFact = { readonly kind: 'online' | 'offline' | 'unknown' };

/** Our own run of `gatherAADInfo`, from the record that it leaves on disk. */
export type AttemptFact =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly attempt: Attempt }
  | {
      readonly kind: 'ended';
      readonly attempt: Attempt;
      readonly end: AttemptEnd;
    };

export type Attempt = {
  readonly id: string;
  readonly startedAt: number;
  readonly by: 'app' | 'cli';
  /** Null until the process exists. */
  readonly pid: number | null;
};

export type AttemptEnd = {
  readonly endedAt: number;
  readonly how:
    | {
        readonly kind: 'exited';
        readonly code: number | null;
        readonly signal: string | null;
      }
    /** It ended while nobody who could see its exit code was there. */
    | { readonly kind: 'gone' }
    | { readonly kind: 'stopped' }
    | { readonly kind: 'could-not-start'; readonly why: CannotStart };
  /** What its standard output claims; the weakest of the evidence. */
  readonly claims: 'acquired' | 'not-found' | null;
};

/** Why a sign-in was not started. */
export type CannotStart =
  | 'not-installed'
  | 'not-trusted'
  | 'as-root'
  | 'offline'
  | 'captive-portal'
  | 'agent-running'
  | 'attempt-running'
  | 'too-soon'
  | 'state-unknown'
  | 'spawn-failed';
