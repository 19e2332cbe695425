import type { LogRecord } from '../../assess/log-event.ts';

/** The styles that `log show` and `log stream` print, and so the forms in which people keep and send logs. */
export const logStyles = ['ndjson', 'json', 'default', 'compact', 'syslog'] as const;
export type LogStyle = (typeof logStyles)[number];

export type LogLevel = 'default' | 'info' | 'debug' | 'error' | 'fault';

/** A record of a log that somebody exported, and where it stands. */
export type ExportedRecord = LogRecord & {
  /** Null where the style does not tell it. */
  readonly level: LogLevel | null;
  readonly source: RecordSource;
};

export type RecordSource = {
  /** The path as it was given; `-` for the standard input. */
  readonly file: string;
  /** The record's first line, from 1. */
  readonly line: number;
};

/** The level by any of its spellings: `Error`, or `E` in compact style. */
export function levelOf(word: string): LogLevel | null {
  return levels.get(word.toLowerCase()) ?? null;
}

/** The short ones but `df` and `e` are assumed. */
const levels: ReadonlyMap<string, LogLevel> = new Map([
  ['default', 'default'],
  ['df', 'default'],
  ['info', 'info'],
  ['i', 'info'],
  ['debug', 'debug'],
  ['db', 'debug'],
  ['error', 'error'],
  ['e', 'error'],
  ['fault', 'fault'],
  ['f', 'fault'],
]);

/** The published predicate of the export, and what the agent writes without naming a subsystem. */
export function isRelevant({ subsystem, processPath }: LogRecord): boolean {
  if (subsystem === '') return agentNames.some((name) => processPath.endsWith(name));
  return subsystem.includes('jamfAAD') || subsystem.startsWith('com.apple.AppSSO');
}

const agentNames = ['Jamf Conditional Access', 'JamfAAD'] as const;

/**
 * Every relevant record holds one of these. They are short because Node looks for fewer than eight bytes by the
 * processor's own search for the first of them, and for longer ones at a third of that speed. JSON is full of UUIDs in
 * capital letters, so no needle for it begins with A.
 */
export function needlesOf(style: LogStyle): readonly string[] {
  const isJson = style === 'ndjson' || style === 'json';
  return ['jamfAAD', isJson ? 'SSO' : 'AppSSO', 'Jamf Co', 'JamfAAD'];
}
