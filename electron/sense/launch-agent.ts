import type { LaunchAgentFact } from '../assess/facts.ts';
import { readPlistFile } from './plist-file.ts';

const longestIntervalMs = 7 * 24 * 60 * 60 * 1000;

/** Reads how often launchd starts the agent. */
export function readLaunchAgent(path: string): LaunchAgentFact {
  const file = readPlistFile(path);
  if (file.kind !== 'read') return file;
  const seconds = file.values.get('StartInterval');
  const intervalMs = typeof seconds === 'number' ? Math.round(seconds * 1000) : Number.NaN;
  const sensible = intervalMs >= 1000 && intervalMs <= longestIntervalMs;
  return { kind: 'present', intervalMs: sensible ? intervalMs : null };
}
