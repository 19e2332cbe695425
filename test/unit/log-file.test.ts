import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openLogFile } from '../../electron/log-file.ts';
import { until } from '../mac/until.ts';
import { tempFolder } from './support/temp-folder.ts';

it('writes as much as it is told to, from the next line on', async () => {
  const path = join(tempFolder(), 'vigil.log');
  const log = openLogFile(path, { alsoOnConsole: false });
  const all = (level: string) => {
    log.debug(`debug at ${level}`);
    log.info(`info at ${level}`);
    log.warn(`warn at ${level}`);
    log.error(`error at ${level}`);
  };
  all('first');
  for (const level of ['error', 'warn', 'info', 'debug'] as const) {
    log.setLevel(level);
    all(level);
  }
  const lines = () => Array.from(readFileSync(path, 'utf8').matchAll(/(\w+) at (\w+)$/gm), ([line]) => line);
  await until('the last line is written', () => existsSync(path) && lines().at(-1) === 'error at debug');
  expect(lines()).toEqual([
    'info at first',
    'warn at first',
    'error at first',
    'error at error',
    'warn at warn',
    'error at warn',
    'info at info',
    'warn at info',
    'error at info',
    'debug at debug',
    'info at debug',
    'warn at debug',
    'error at debug',
  ]);
});
