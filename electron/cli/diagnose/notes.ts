import type { ExportedLogSummary } from '../../sense/exported-log/exported-log.ts';
import { type Message, type MessageId, message } from '../../words/catalog.ts';
import type { LocatedEvent } from './log-story.ts';

/** What limits the diagnosis, or is worth knowing about the files. `id` is for programs. */
export type Note = { readonly id: NoteId; readonly file: string | null; readonly text: Message };

type NoteId = Extract<MessageId, `log-note.${string}`> extends `log-note.${infer Id}` ? Id : never;

type Read = {
  readonly duplicates: number;
  readonly leftOut: number;
  readonly events: readonly LocatedEvent[];
};

export function notesOf(files: readonly ExportedLogSummary[], read: Read): readonly Note[] {
  return [...ofAll(files, read), ...files.flatMap(ofFile)];
}

function ofAll(files: readonly ExportedLogSummary[], { duplicates, leftOut, events }: Read): readonly Note[] {
  const relevant = files.some((file) => file.relevant > 0);
  const accounts = new Set(events.flatMap(({ event }) => event.account ?? []));
  const withoutZone = files.filter(({ style }) => style === 'compact').map(({ file }) => file);
  const offMs = zoneErrorMs(events.filter(({ source }) => withoutZone.includes(source.file)));
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [
    when(!relevant, 'nothing-relevant', message('log-note.nothing-relevant')),
    when(relevant && debugOf(files) === 0, 'no-debug', message('log-note.no-debug')),
    when(relevant && debugOf(files) === null, 'no-levels', message('log-note.no-levels')),
    when(withoutZone.length > 0, 'no-zone', message('log-note.no-zone', { zone })),
    when(offMs !== 0, 'other-zone', message('log-note.other-zone', { hours: hours(offMs) })),
    when(
      accounts.size > 1,
      'several-accounts',
      message('log-note.several-accounts', { accounts: [...accounts].slice(0, 9).join(', ') }),
    ),
    when(duplicates > 0, 'duplicates', message('log-note.duplicates', { count: String(duplicates) })),
    when(leftOut > 0, 'left-out', message('log-note.left-out', { count: String(leftOut) })),
  ].flat();
}

const quarterMs = 15 * 60_000;

/** How far the times of the records are off: the sign-in library writes the time in UTC into its own lines. */
function zoneErrorMs(events: readonly LocatedEvent[]): number {
  const event = events.find(({ event: { utcAt } }) => utcAt !== undefined)?.event;
  if (event?.utcAt === undefined) return 0;
  return Math.round((event.utcAt - event.at) / quarterMs) * quarterMs;
}

/** `+5:30` */
function hours(ms: number): string {
  const minutes = Math.abs(ms) / 60_000;
  const clock = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  return `${ms < 0 ? '−' : '+'}${clock}`;
}

/** Null where no file tells levels. */
function debugOf(files: readonly ExportedLogSummary[]): number | null {
  const told = files.flatMap(({ debugRecords }) => debugRecords ?? []);
  return told.length === 0 ? null : told.reduce((a, b) => a + b);
}

function ofFile(summary: ExportedLogSummary): readonly Note[] {
  const { file, isCutAtStart, isCutAtEnd, damage, malformed, tooLong, losses } = summary;
  const counted = (id: CountedNote, count: number) =>
    when(count > 0, id, message(`log-note.${id}`, { file, count: String(count) }), file);
  return [
    when(isCutAtStart, 'cut-at-start', message('log-note.cut-at-start', { file }), file),
    when(isCutAtEnd, 'cut-at-end', message('log-note.cut-at-end', { file }), file),
    when(damage === 'truncated', 'gzip-truncated', message('log-note.gzip-truncated', { file }), file),
    when(damage === 'corrupt', 'gzip-corrupt', message('log-note.gzip-corrupt', { file }), file),
    counted('malformed', malformed),
    counted('too-long', tooLong),
    counted('losses', losses ?? 0),
  ].flat();
}

type CountedNote = 'malformed' | 'too-long' | 'losses';

function when(holds: boolean, id: NoteId, text: Message, file: string | null = null): readonly Note[] {
  return holds ? [{ id, file, text }] : [];
}
