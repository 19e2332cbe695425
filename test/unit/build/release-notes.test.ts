import { join } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { releaseNotes } from '../../../build/changelog-section.ts';

const changelog = `# Changelog

## [Unreleased]

### Added

- Not yet.

## [1.10.0] - 2026-11-25

### Added

- A thing, see [1.1.0].

## [1.1.0] - 2026-10-01

### Fixed

- \`## [9.9.9]\` in a sentence is no heading.

## [1.0.9]

- Without a date.

## [1.0.8] - 2026-08-01

## [1.0.7] - 2026-07-01

- The first.

[1.1.0]: https://example.com/compare/v1.0.9...v1.1.0
`;

function notesOf(version: string, { tag = `v${version}`, text = changelog } = {}) {
  return releaseNotes({ tag, version, changelog: text });
}

test('the notes of a release are the section of its version, no more and no less', () => {
  expect(notesOf('1.10.0')).toEqual({ kind: 'notes', text: '### Added\n\n- A thing, see [1.1.0].\n' });
  expect(notesOf('1.1.0')).toEqual({
    kind: 'notes',
    text: '### Fixed\n\n- `## [9.9.9]` in a sentence is no heading.\n',
  });
});

test('the last section ends before the targets of links, and lines may end as on Windows', () => {
  const text = changelog.replaceAll('\n', '\r\n');
  expect(notesOf('1.0.7', { text })).toEqual({ kind: 'notes', text: '- The first.\n' });
});

test.each([
  ['2.0.0', {}, 'CHANGELOG.md has no section "## [2.0.0] - YYYY-MM-DD".'],
  ['9.9.9', {}, 'CHANGELOG.md has no section "## [9.9.9] - YYYY-MM-DD".'],
  ['1.1', {}, 'has no section'],
  ['1.0.9', {}, '"## [1.0.9]" has to end with the date'],
  ['1.0.8', {}, 'lists nothing under "## [1.0.8] - 2026-08-01"'],
  ['1.1.0', { tag: 'v1.1.1' }, 'The tag is v1.1.1, but package.json has version 1.1.0'],
  ['1.1.0', { tag: '1.1.0' }, 'whose tag is v1.1.0'],
  ['1.1.0', { text: '' }, 'has no section'],
])('there are no notes for %s with %o, and it is said why', (version, given, why) => {
  expect(notesOf(version, given)).toEqual({ kind: 'refused', why: expect.stringContaining(why) });
});

test('the command fails with the reason for a tag that is not of this version', async () => {
  const script = join(import.meta.dirname, '..', '..', '..', 'build', 'release-notes.ts');
  const { exitCode, stdout, stderr } = await execa(process.execPath, [script, 'v999.0.0'], { reject: false });
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  expect(stderr).toContain('The tag is v999.0.0, but package.json has version ');
});
