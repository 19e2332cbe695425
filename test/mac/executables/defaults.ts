/**
 * `/usr/bin/defaults` of the simulated Mac: `defaults write FILE KEY -string VALUE`, and nothing else. The file is replaced
 * atomically, as cfprefsd does it.
 */
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readDictionary, replacePlist } from '../plist-file.ts';

const [verb, path, key, type, value, ...more] = process.argv.slice(3);
if (
  verb !== 'write' ||
  !path?.startsWith('/') ||
  !key ||
  type !== '-string' ||
  value === undefined ||
  more.length > 0
) {
  process.stderr.write('defaults: the simulated Mac answers only: defaults write FILE KEY -string VALUE\n');
  process.exit(255);
}
await mkdir(dirname(path), { recursive: true });
await replacePlist(path, { ...(await readDictionary(path)), [key]: value }, 'binary');
