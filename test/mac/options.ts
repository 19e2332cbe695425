import type { AgentBehaviour } from './agent-behaviour.ts';

export type NetworkState = 'online' | 'offline' | 'captive';

/** How a simulated Mac is when it is made: by default registered, signed in half an hour ago, on Jamf Pro 11.4. */
export type MacOptions = {
  /** The folder that becomes the Mac's root. */
  readonly dir: string;
  /** Null: no Jamf.app on this Mac, and no agent. */
  readonly jamfVersion?: string | null;
  /** A person who is no admin, and so cannot read the log. */
  readonly standardUser?: boolean;
  /** Epoch milliseconds; null: never. */
  readonly lastSignInAt?: number | null;
  /** `have_an_Azure_id`; null: no such key. */
  readonly registered?: boolean | null;
  /** False: there is no jamfAAD plist at all. */
  readonly aadPlist?: boolean;
  /** False: the LaunchAgent was never installed. */
  readonly launchAgent?: boolean;
  readonly startIntervalSeconds?: number;
  readonly bootedAt?: number;
  /** The last wake; null: it has not slept since it was started. */
  readonly wokeAt?: number | null;
  readonly locked?: boolean;
  readonly network?: NetworkState;
  readonly behaviour?: Partial<AgentBehaviour>;
  readonly names?: Partial<MacNames>;
};

/** What the person and the Mac are called, besides the short name, which is that of whoever runs the tests. */
export type MacNames = {
  readonly fullName: string;
  readonly computerName: string;
  readonly localHostName: string;
  readonly hostName: string;
  readonly serial: string;
};
