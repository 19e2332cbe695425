import { readFile } from 'node:fs/promises';

/** What the person, or their absence, makes of a sign-in window. Closing it is what cancelling is. */
export type WindowAnswer = 'sign-in' | 'cancel' | 'close' | 'fail' | 'miss';

/** What the simulated "Jamf Conditional Access" does the next time it runs. */
export type AgentBehaviour = {
  /** How the silent sign-in goes. Without a network it fails, and so does the window. */
  readonly silent: 'succeeds' | 'fails' | 'crashes';
  /** What the log gives as the cause when the silent sign-in fails. */
  readonly because: 'conditional-access' | 'several-accounts' | 'sso-network';
  /** What becomes of the window: answered by itself after `windowMs`, open until somebody answers, or never done. */
  readonly window: WindowAnswer | 'waits' | 'hangs';
  readonly silentMs: number;
  readonly windowMs: number;
  /** False leaves the plist as it is, as when cfprefsd is late: the test then writes it itself. */
  readonly writesPlist: boolean;
  readonly ignoresTerm: boolean;
};

export const healthyBehaviour: AgentBehaviour = {
  silent: 'succeeds',
  because: 'conditional-access',
  window: 'waits',
  silentMs: 150,
  windowMs: 1_000,
  writesPlist: true,
  ignoresTerm: false,
};

export async function readBehaviour(path: string): Promise<AgentBehaviour> {
  const stored: Partial<AgentBehaviour> = JSON.parse(await readFile(path, 'utf8'));
  return { ...healthyBehaviour, ...stored };
}
