// npm run --silent release-notes -- TAG
// Prints what CHANGELOG.md says of the version with that tag; fails where there is nothing, or it is another version.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { releaseNotes } from './changelog-section.ts';

/** sysexits.h: the command was used incorrectly. */
const USAGE_ERROR = 64;
const REPOSITORY = join(import.meta.dirname, '..');

const [tag] = process.argv.slice(2);
if (tag === undefined) {
  process.stderr.write('npm run --silent release-notes -- TAG\n');
  process.exitCode = USAGE_ERROR;
} else {
  const { version } = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8'));
  const changelog = readFileSync(join(REPOSITORY, 'CHANGELOG.md'), 'utf8');
  const notes = releaseNotes({ tag, version, changelog });
  if (notes.kind === 'notes') {
    process.stdout.write(notes.text);
  } else {
    process.stderr.write(`${notes.why}\n`);
    process.exitCode = 1;
  }
}
