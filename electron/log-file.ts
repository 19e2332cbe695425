import log from 'electron-log/node';

export type Logger = Pick<Console, 'info' | 'warn' | 'error'>;

const largestFileBytes = 1024 * 1024;

/** Vigil's own log: what it decided and why. One older file is kept beside it. */
export function openLogFile(path: string, { alsoOnConsole }: { readonly alsoOnConsole: boolean }): Logger {
  const logger = log.create({ logId: 'vigil' });
  logger.transports.file.resolvePathFn = () => path;
  logger.transports.file.maxSize = largestFileBytes;
  logger.transports.file.level = 'info';
  logger.transports.console.level = alsoOnConsole ? 'warn' : false;
  return logger;
}
