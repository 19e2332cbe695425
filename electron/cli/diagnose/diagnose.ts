import { stat, writeFile } from 'node:fs/promises';
import { type ReadOutcome, readExportedLogs } from '../../sense/exported-log/read-exported-logs.ts';
import { codeOf } from '../../sense/small-file.ts';
import { type Message, message } from '../../words/catalog.ts';
import { say } from '../../words/speech.ts';
import type { CliHost } from '../host.ts';
import { diagnosisOf, type LogDiagnosis } from './diagnosis-of-logs.ts';
import { jsonOf } from './json.ts';
import { LogStory } from './log-story.ts';
import { pageOf } from './page.ts';
import { ProgressLine } from './progress-line.ts';
import { textOf } from './text.ts';

export type DiagnoseOptions = {
  readonly json: boolean;
  /** Where the page goes: a file beside the text, or `-` for the standard output in place of the text. */
  readonly html?: string;
  /** The macOS short name of the person whose lines count. */
  readonly user?: string;
};

export type DiagnoseHost = Pick<
  CliHost,
  'speech' | 'vigilVersion' | 'stdin' | 'stdout' | 'stderr' | 'onInterrupt'
>;

/** From sysexits.h, but for the first two and what shells give for Ctrl-C. */
const exit = { nothingWrong: 0, findings: 1, notALog: 65, cannotRead: 66, cannotWrite: 73, interrupted: 130 };

/** Says what exported logs tell about the sign-in, and says it again as the exit code. */
export async function diagnose(
  host: DiagnoseHost,
  files: readonly string[],
  options: DiagnoseOptions,
): Promise<number> {
  const person = options.user === undefined ? null : { uid: null, userName: options.user };
  const story = new LogStory(person);
  const { html } = options;
  if (html !== undefined && (await isOneOf(html, files))) {
    host.stderr.write(`${say(host.speech, message('diagnose.output-is-log', { file: html }), 0)}\n`);
    return exit.cannotWrite;
  }
  const outcome = await read(host, [...new Set(files)], story);
  switch (outcome.kind) {
    case 'aborted':
      return exit.interrupted;
    case 'not-a-log':
      return complain(host, outcome.file, message(`not-a-log.${outcome.why}`), exit.notALog);
    case 'unreadable':
      return complain(host, outcome.file, message(`unreadable-log.${outcome.why}`), exit.cannotRead);
    case 'read':
      return await tell(host, diagnosisOf(outcome.files, outcome.duplicates, story), options);
  }
}

async function read(host: DiagnoseHost, files: readonly string[], story: LogStory): Promise<ReadOutcome> {
  const { stdin, stderr, speech, onInterrupt } = host;
  const abort = new AbortController();
  const progress = new ProgressLine(stderr, speech);
  const endInterrupts = onInterrupt(() => abort.abort());
  try {
    return await readExportedLogs(files, (record) => story.add(record), {
      stdin,
      signal: abort.signal,
      onProgress: (done) => progress.show(done),
    });
  } finally {
    endInterrupts();
    progress.clear();
  }
}

function complain({ stderr, speech }: DiagnoseHost, file: string, why: Message, code: number): number {
  stderr.write(`${file}: ${say(speech, why, 0)}\n`);
  return code;
}

async function tell(
  host: DiagnoseHost,
  diagnosis: LogDiagnosis,
  { json, html }: DiagnoseOptions,
): Promise<number> {
  const { speech, vigilVersion, stdout } = host;
  const code = diagnosis.findings.length > 0 ? exit.findings : exit.nothingWrong;
  if (html === '-') {
    stdout.write(pageOf(speech, diagnosis, vigilVersion));
    return code;
  }
  const text = json
    ? JSON.stringify(jsonOf(speech, diagnosis, vigilVersion), null, 2)
    : textOf(speech, diagnosis);
  stdout.write(`${text}\n`);
  if (html !== undefined) {
    const failure = await writePage(html, pageOf(speech, diagnosis, vigilVersion));
    if (failure !== null) {
      const said = message('diagnose.no-output', { file: html, code: failure });
      host.stderr.write(`${say(speech, said, 0)}\n`);
      return exit.cannotWrite;
    }
  }
  return code;
}

/** Whether the page would take the place of a log, by whatever name: that may be the only evidence there is. */
async function isOneOf(page: string, files: readonly string[]): Promise<boolean> {
  const [there, ...logs] = await Promise.all(
    [page, ...files].map((file) => (file === '-' ? null : stat(file, { bigint: true }).catch(() => null))),
  );
  if (there === null || there === undefined || !there.isFile()) return false;
  return logs.some((log) => log?.dev === there.dev && log.ino === there.ino);
}

/** Null, or the system's code of what went wrong. */
async function writePage(file: string, page: string): Promise<string | null> {
  try {
    await writeFile(file, page);
    return null;
  } catch (error) {
    return codeOf(error) || String(error);
  }
}
