import type { LogLevel, LogStyle } from '../../../../electron/sense/exported-log/exported-record.ts';

/** A record as a test describes it. */
export type Sample = {
  readonly message: string;
  readonly at?: number;
  readonly level?: LogLevel;
  /** Empty for none. */
  readonly subsystem?: string;
  readonly category?: string;
  readonly process?: string;
  readonly library?: string;
  readonly pid?: number;
  readonly eventType?: string;
};

export const agent = 'Jamf Conditional Access';
export const noon = Date.UTC(2026, 10, 25, 11, 0, 0); // noon in Berlin, where the tests run

export const signedIn: Sample = { message: 'AAD ID acquired for macOS user account jane.doe' };
export const silentFailed: Sample = {
  message: 'acquireTokenSilent returning with error: (MSALErrorDomain, -50002) Masked(not-null)',
  category: 'msal',
  level: 'error',
};
export const notAppSso: Sample = {
  message: [
    'error = Error Domain=com.apple.AppSSO.AuthorizationError Code=-9 "not AppSSO URL" UserInfo={NSLocalizedDescription=not AppSSO URL}, requestParametersCore = {',
    '    callerBundleIdentifier = "com.jamf.management.Jamf";',
    '    url = <private>;',
    '}',
  ].join('\n'),
  subsystem: 'com.apple.AppSSO',
  category: 'SOErrorHelper',
  process: 'AppSSOAgent',
  library: 'AppSSOCore',
  level: 'error',
};
export const other: Sample = {
  message: 'Battery capacity change posted(0x80061). Capacity:97 Source:Batt',
  subsystem: 'com.apple.powerd',
  category: 'battery',
  process: 'powerd',
};

/** What `log show` prints in that style for these records, a second apart where they tell no time. */
export function logOf(style: LogStyle, samples: readonly Sample[]): string {
  const all = samples.map((sample, i) => ({ ...defaults, at: noon + i * 1000, ...sample }));
  switch (style) {
    case 'ndjson':
      return `${all.map((sample) => `${jsonOf(sample)}\n`).join('')}{"count":${all.length},"finished":1}\n`;
    case 'json':
      return `[${all.map((sample) => jsonOf(sample, 2).replace(/^( *"\w+"):/gm, '$1 :')).join(',')}]\n`;
    case 'default':
      return `${banner}${headers.default}\n${all.map((sample) => `${defaultRow(sample)}\n`).join('')}${totals}`;
    case 'compact':
      return `${headers.compact}\n${all.map((sample) => `${compactRow(sample)}\n`).join('')}`;
    case 'syslog':
      return `${headers.syslog}\n${all.map((sample) => `${syslogRow(sample)}\n`).join('')}`;
  }
}

export const banner =
  'Filtering the log data using "subsystem CONTAINS "jamfAAD" OR subsystem BEGINSWITH "com.apple.AppSSO""\n';

export const headers = {
  default: 'Timestamp                       Thread     Type        Activity             PID    TTL  ',
  compact: 'Timestamp               Ty Process[PID:TID]',
  syslog: 'Timestamp                       (process)[PID]    ',
} as const;

const totals = `${'-'.repeat(116)}
Log      - Default:          3, Info:                0, Debug:             0, Error:          1, Fault:          0
Activity - Create:           0, Transition:          0, Actions:           0
`;

const defaults = {
  level: 'default',
  subsystem: 'com.jamf.management.jamfAAD',
  category: 'workflow',
  process: agent,
  library: '',
  pid: 4004,
  eventType: 'logEvent',
} as const;

type Full = Required<Sample>;

const thread = 0x1e2cd;

function jsonOf(sample: Full, indent = 0): string {
  const record = {
    timezoneName: '',
    messageType: capital(sample.level),
    eventType: sample.eventType,
    source: null,
    formatString: '%{public}s',
    userID: 501,
    activityIdentifier: 0,
    subsystem: sample.subsystem,
    category: sample.category,
    threadID: thread,
    senderImageUUID: '36FAA0CA-848B-3287-B23D-323F2A4C63EE',
    backtrace: { frames: [{ imageOffset: 74_096, imageUUID: '36FAA0CA-848B-3287-B23D-323F2A4C63EE' }] },
    bootUUID: 'ED40187B-8B76-4555-B78A-E4E689E1EF47',
    processImagePath: `/Library/Application Support/${sample.process}`,
    senderImagePath: `/Library/Application Support/${sample.process}`,
    timestamp: `${local(sample.at)}123+0100`,
    machTimestamp: 5_377_653_386_596 + sample.at,
    eventMessage: sample.message,
    processImageUUID: '36FAA0CA-848B-3287-B23D-323F2A4C63EE',
    traceID: 2_045_882_002_440_196,
    processID: sample.pid,
    senderProgramCounter: 74_096,
    parentActivityIdentifier: 0,
  };
  return JSON.stringify(record, null, indent).replaceAll('/', String.raw`\/`);
}

function defaultRow(sample: Full): string {
  const columns = [
    `${local(sample.at)}123+0100 `,
    `0x${thread.toString(16)}`.padEnd(11),
    capital(sample.level).padEnd(12),
    '0x0'.padEnd(21),
    String(sample.pid).padEnd(7),
    '14'.padEnd(5),
  ];
  return `${columns.join('')}${sample.process}: ${tail(sample)}`;
}

function compactRow(sample: Full): string {
  const code = { default: 'Df', info: 'I ', debug: 'Db', error: 'E ', fault: 'F ' }[sample.level];
  return `${local(sample.at)} ${code} ${sample.process}[${sample.pid}:${thread.toString(16)}] ${tail(sample)}`;
}

function syslogRow(sample: Full): string {
  return `${local(sample.at)}123+0100  localhost ${sample.process}[${sample.pid}]: ${tail(sample)}`;
}

function tail({ library, subsystem, category, message }: Full): string {
  return `${library === '' ? '' : `(${library}) `}${subsystem === '' ? '' : `[${subsystem}:${category}] `}${message}`;
}

/** Local time with milliseconds, in Berlin's winter. */
function local(at: number): string {
  return new Date(at + 3_600_000).toISOString().slice(0, 23).replace('T', ' ');
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
