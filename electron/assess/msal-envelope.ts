/** What Microsoft's sign-in library writes around each of its messages (MSIDLogger.m). */
export type MsalEnvelope = {
  readonly threadId: number;
  readonly thread: string | null;
  /** Version of the library. */
  readonly version: string;
  /** Version of macOS. */
  readonly macOs: string;
  /** The library's own time, in whole seconds; null where it is no time. */
  readonly utcAt: number | null;
  readonly correlationId: string | null;
  readonly component: string | null;
  /** The message inside. */
  readonly body: string;
};

const uuid = '[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}';

/** `TID=<n>[ (main thread)| <name>] MSAL <version> Mac <macOS> [<UTC>[ - <correlation id>]][ [<component>]] <message>` */
const shape = new RegExp(
  [
    String.raw`TID=(?<threadId>\d{1,20})(?: (?<thread>[^\n]{1,100}?))?`,
    String.raw` MSAL (?<version>\S{1,40}) Mac (?<macOs>\S{1,40})`,
    String.raw` \[(?<date>\d{4}-\d\d-\d\d) (?<time>\d\d:\d\d:\d\d)(?: - (?<correlationId>${uuid}))?\]`,
    String.raw`(?: \[(?<component>[^\]\n]{1,100})\])?(?: |$)`,
  ].join(''),
  'y',
);

/** Reads the envelope, wherever it begins in the line; null when there is none. */
export function parseMsalEnvelope(message: string): MsalEnvelope | null {
  const start = message.indexOf('TID=');
  if (start === -1) return null;
  shape.lastIndex = start;
  const groups = shape.exec(message)?.groups;
  if (groups === undefined) return null;
  const body = message.slice(shape.lastIndex);
  const utcAt = Date.parse(`${groups.date}T${groups.time}Z`);
  return {
    threadId: Number(groups.threadId),
    thread: groups.thread ?? null,
    version: groups.version ?? '',
    macOs: groups.macOs ?? '',
    utcAt: Number.isNaN(utcAt) ? null : utcAt,
    correlationId: groups.correlationId ?? null,
    component: groups.component ?? null,
    body,
  };
}
