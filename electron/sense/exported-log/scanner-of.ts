import type { LogStyle } from './exported-record.ts';
import { LineScanner } from './line-scanner.ts';
import { ObjectScanner } from './object-scanner.ts';
import type { RecordSieve } from './record-sieve.ts';
import { RowScanner } from './row-scanner.ts';
import type { Scanner } from './scanner.ts';

export function scannerOf(style: LogStyle, sieve: RecordSieve, firstLine: number): Scanner {
  switch (style) {
    case 'ndjson':
      return new LineScanner(sieve, firstLine);
    case 'json':
      return new ObjectScanner(sieve, firstLine);
    default:
      return new RowScanner(sieve, firstLine);
  }
}
