import type { Readable } from 'node:stream';
import type { ProbeFetch } from '../act/login-probe.ts';
import type { Probe } from '../act/network-check/probe.ts';
import type { MacPaths } from '../paths.ts';
import type { Speech } from '../words/speech.ts';

/** What the command line runs in: plain Node in development, the packaged app's main process otherwise. */
export type CliHost = {
  readonly paths: MacPaths;
  readonly userName: string;
  readonly vigilVersion: string;
  readonly speech: Speech;
  /** Opened only when it is asked for. */
  readonly stdin: () => Readable;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  /** Asks the person a yes-or-no question; null where nobody is there to answer. */
  readonly confirm: ((question: string) => Promise<boolean>) | null;
  readonly fetch: ProbeFetch;
  /** For the check of the network; loaded only for it. */
  readonly networkProbe: () => Promise<Probe>;
  /** Calls back on Ctrl-C; returns what ends that. */
  readonly onInterrupt: (listener: () => void) => () => void;
};
