import log from 'electron-log/node';

import type { Settings } from './settings/table.ts';

export type Logger = Pick<Console, 'debug' | 'info' | 'warn' | 'error'>;

export type LogFile = Logger & { readonly setLevel: (level: Settings['LogLevel']) => void };

const largestFileBytes = 1024 * 1024;

/** Vigil's own log: what it decided and why. One older file is kept beside it. */
export function openLogFile(path: string, { alsoOnConsole }: { readonly alsoOnConsole: boolean }): LogFile {
  const logger = log.create({ logId: 'vigil' });
  logger.transports.file.resolvePathFn = () => path;
  logger.transports.file.maxSize = largestFileBytes;
  logger.transports.file.level = 'info';
  logger.transports.console.level = alsoOnConsole ? 'warn' : false;
  const setLevel: LogFile['setLevel'] = (level) => {
    logger.transports.file.level = level;
  };
  return Object.assign(logger, { setLevel });
}
