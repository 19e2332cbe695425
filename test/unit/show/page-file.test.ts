import { expect, test } from 'vitest';
import { pageFile } from '../../../electron/show/page-file.ts';

const folder = '/opt/vigil/out/renderer';

test.each([
  ['vigil://popover/index.html', 'index.html', 'text/html; charset=utf-8'],
  ['vigil://popover/assets/index-1a2b.js', 'assets/index-1a2b.js', 'text/javascript; charset=utf-8'],
  ['vigil://popover/assets/index-1a2b.css?v=1#top', 'assets/index-1a2b.css', 'text/css; charset=utf-8'],
])('%s is of the page', (url, file, contentType) => {
  expect(pageFile(url, folder)).toEqual({ path: `${folder}/${file}`, contentType });
});

test.each([
  ['vigil://popover/..%2fmain%2fmain.js'],
  ['vigil://popover/assets/..%2f..%2f..%2fsecret.js'],
  ['vigil://popover/%2Fetc%2Fpasswd'],
  ['vigil://popover/index.html%00.js'],
  ['vigil://popover/%E0%A4%A.js'],
  ['vigil://popover/'],
  ['vigil://popover/data.json'],
  ['vigil://elsewhere/index.html'],
  ['vigil:///index.html'],
  ['https://popover/index.html'],
  ['file:///opt/vigil/out/renderer/index.html'],
  ['nonsense'],
])('%s is not of the page', (url) => {
  expect(pageFile(url, folder)).toBeNull();
});

test.each([['vigil://popover/../main/main.js'], ['vigil://popover/%2e%2e/main/main.js']])(
  '%s cannot climb out of the folder',
  (url) => {
    expect(pageFile(url, folder)?.path).toBe(`${folder}/main/main.js`);
  },
);
