import type { Settings } from './settings/table.ts';

export type Logger = Pick<Console, 'debug' | 'info' | 'warn' | 'error'>;

type Level = Settings['LogLevel'];

export type LogFile = Logger & { readonly setLevel: (level: Level) => void };

const levels: readonly Level[] = ['error', 'warn', 'info', 'debug'];
const largestFileBytes = 1024 * 1024;

/**
 * Vigil's own log: what it decided and why. One older file is kept beside it. The library is loaded by the first line,
 * so that the icon does not wait for it (it loads all of HTTP, for a transport that is not used).
 */
export function openLogFile(path: string, { alsoOnConsole }: { readonly alsoOnConsole: boolean }): LogFile {
  let level: Level = 'info';
  let opened: Promise<Logger> | null = null;
  const write =
    (of: Level) =>
    (...what: readonly unknown[]): void => {
      if (levels.indexOf(of) > levels.indexOf(level)) return;
      opened ??= open(path, alsoOnConsole);
      opened
        .then((log) => log[of](...what))
        .catch((error) => process.stderr.write(`the log cannot be written: ${error}\n`));
    };
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    setLevel: (wanted) => {
      level = wanted;
    },
  };
}

async function open(path: string, alsoOnConsole: boolean): Promise<Logger> {
  const { default: library } = await import('electron-log/node');
  const logger = library.create({ logId: 'vigil' });
  const { file, console } = logger.transports;
  file.resolvePathFn = () => path;
  file.maxSize = largestFileBytes;
  file.level = 'debug';
  console.level = alsoOnConsole ? 'warn' : false;
  return logger;
}
