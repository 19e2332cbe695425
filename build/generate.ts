// npm run generate [-- --check]
// Writes what admins install: from the one table of settings, and what reads status.plist on a fleet. With --check it only
// looks whether all of it is as it would be.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type GeneratedFile, generatedFiles } from './generate/files.ts';

const REPOSITORY = join(import.meta.dirname, '..');

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const stale = generatedFiles(read, new Date()).filter(({ path, content }) => content !== read(path));
for (const file of stale) handle(file);

function read(path: string): string | null {
  try {
    return readFileSync(join(REPOSITORY, path), 'utf8');
  } catch {
    return null; // not there yet
  }
}

function handle({ path, content }: GeneratedFile): void {
  if (content === null) {
    complain(`${path} has no markers for the table of settings; take them from an older version of it.`);
  } else if (values.check) {
    complain(`${path} is not as its sources have it. Run npm run generate, and commit what it writes.`);
  } else {
    mkdirSync(dirname(join(REPOSITORY, path)), { recursive: true });
    writeFileSync(join(REPOSITORY, path), content);
    process.stdout.write(`${path}\n`);
  }
}

function complain(what: string): void {
  process.stderr.write(`${what}\n`);
  process.exitCode = 1;
}
