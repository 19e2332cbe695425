import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readLogo } from '../../../electron/sense/logo.ts';

const png = Buffer.from('89504e470d0a1a0a0000', 'hex');
let root: string;
let logo: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'vigil-logo-'));
  logo = join(root, 'logo');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(bytes: Buffer, mode = 0o644): void {
  writeFileSync(logo, bytes);
  chmodSync(logo, mode);
}

test('a picture that only the system can have written is read, and told by what is in it', () => {
  write(png);
  expect(readLogo(logo, root)).toEqual({ bytes: png, contentType: 'image/png' });
  write(Buffer.from('ffd8ffe0', 'hex'));
  expect(readLogo(logo, root)?.contentType).toBe('image/jpeg');
});

test('one that others may write is none', () => {
  write(png, 0o646);
  expect(readLogo(logo, root)).toBeNull();
});

test.each<[string, () => void]>([
  ['nothing', () => {}],
  ['a drawing, which could hold a program', () => write(Buffer.from('<svg onload="x()"/>'))],
  ['something of half a megabyte and more', () => write(Buffer.concat([png, Buffer.alloc(512 * 1024)]))],
  ['a link', () => symlinkSync(join(root, 'elsewhere'), logo)],
  ['a FIFO that nobody writes to', () => execFileSync('mkfifo', [logo])],
])('in place of it %s: there is none', (_what, put) => {
  put();
  expect(readLogo(logo, root)).toBeNull();
});
