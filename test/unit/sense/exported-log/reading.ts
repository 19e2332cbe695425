import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ExportedLogSummary } from '../../../../electron/sense/exported-log/exported-log.ts';
import type { ExportedRecord } from '../../../../electron/sense/exported-log/exported-record.ts';
import {
  type ReadOptions,
  type ReadOutcome,
  readExportedLogs,
} from '../../../../electron/sense/exported-log/read-exported-logs.ts';
import { tempFolder } from '../../support/temp-folder.ts';

export type Reading = { readonly records: readonly ExportedRecord[]; readonly outcome: ReadOutcome };

/** Writes each content into a file of its own, in that order, and reads them all. */
export async function readContents(
  contents: readonly (string | Uint8Array)[],
  options: Partial<ReadOptions> = {},
): Promise<Reading> {
  const folder = tempFolder();
  const files = contents.map((content, i) => {
    const file = join(folder, `${i + 1}.log`);
    writeFileSync(file, content);
    return file;
  });
  return readFiles(files, options);
}

export async function readFiles(
  files: readonly string[],
  options: Partial<ReadOptions> = {},
): Promise<Reading> {
  const records: ExportedRecord[] = [];
  const outcome = await readExportedLogs(files, (record) => records.push(record), {
    stdin: () => Readable.from([]),
    ...options,
  });
  return { records, outcome };
}

/** The summary of the only file. Fails the test where it was not read. */
export function summaryOf({ outcome }: Reading): ExportedLogSummary {
  if (outcome.kind !== 'read') throw new Error(`not read: ${JSON.stringify(outcome)}`);
  const [summary, ...others] = outcome.files;
  if (summary === undefined || others.length > 0) throw new Error(`${outcome.files.length} files`);
  return summary;
}
