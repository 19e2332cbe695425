import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, watch } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { AgentBehaviour, WindowAnswer } from '../agent-behaviour.ts';
import type { MacLayout } from '../layout.ts';
import type { LogEntry } from '../log-record.ts';
import { appendRecord } from '../log-record.ts';
import { readDictionary, realSeconds, replacePlist } from '../plist-file.ts';

type Failure = { readonly domain: string; readonly code: number };

const interactionRequired: Failure = { domain: 'MSALErrorDomain', code: -50002 };
const userCanceled: Failure = { domain: 'MSALErrorDomain', code: -50005 };
const internalError: Failure = { domain: 'MSALErrorDomain', code: -50000 };
const notConnected: Failure = { domain: 'NSURLErrorDomain', code: -1009 };
const untrustedServer: Failure = { domain: 'NSURLErrorDomain', code: -1202 };

const failureOf: Readonly<Record<WindowAnswer, Failure | null>> = {
  'sign-in': null,
  cancel: userCanceled,
  close: userCanceled,
  fail: internalError,
  miss: internalError,
};

/** One run of `gatherAADInfo`: silent sign-in, window, outcome, with the lines that the real one logs on the way. */
export class SignIn {
  readonly #layout: MacLayout;
  readonly #behaviour: AgentBehaviour;
  readonly #correlationId = randomUUID().toUpperCase();
  readonly #uid: number;

  constructor(layout: MacLayout, behaviour: AgentBehaviour) {
    this.#layout = layout;
    this.#behaviour = behaviour;
    this.#uid = Number(process.env.SIMULATED_UID ?? readFileSync(layout.state.uid, 'utf8'));
    if (behaviour.ignoresTerm) process.on('SIGTERM', () => {});
  }

  /** Resolves to whether the person is signed in now; never where the behaviour is to hang. */
  async run(): Promise<boolean> {
    this.#msal('Info', 'Beginning silent broker extension flow.');
    await delay(this.#behaviour.silentMs);
    if (this.#behaviour.silent === 'crashes') process.kill(process.pid, 'SIGSEGV');

    const unreachable = this.#networkFailure();
    if (unreachable === null && this.#behaviour.silent === 'succeeds') {
      this.#msal('Info', 'acquireTokenSilent returning with at: Masked(not-null) scopes:Masked(not-null)');
      return this.#succeed();
    }
    if (unreachable === null) this.#explain();
    this.#msal('Error', returning('acquireTokenSilent', unreachable ?? interactionRequired));

    // Without a network no window can be shown: both sign-ins fail at once, and that deactivates the Mac.
    const failure = unreachable ?? failureOf[await this.#askPerson()];
    if (failure === null) return this.#succeed();
    this.#msal('Error', returning('acquireToken', failure));
    return this.#giveUp();
  }

  #networkFailure(): Failure | null {
    const network = readFileSync(this.#layout.state.network, 'utf8').trim();
    if (network === 'offline') return notConnected;
    return network === 'captive' ? untrustedServer : null;
  }

  #explain(): void {
    if (this.#behaviour.because === 'conditional-access') {
      this.#msal('Error', 'Processing an AAD error with error code -51412, error invalid_grant');
      return;
    }
    if (this.#behaviour.because === 'several-accounts') {
      this.#log({
        level: 'Debug',
        category: 'azure',
        message: 'More than 1 account, will try to find a matching account.',
      });
      const wrongPick = 'posible for silent token acquire to fail now if the wrong account is picked'; // sic
      this.#log({ category: 'azure', message: wrongPick });
      return;
    }
    this.#log({
      level: 'Error',
      subsystem: 'com.apple.AppSSO',
      category: 'SOErrorHelper',
      senderPath: '/System/Library/PrivateFrameworks/AppSSOCore.framework/Versions/A/AppSSOCore',
      message:
        'error = Error Domain=com.apple.AppSSO.AuthorizationError Code=-9 "not AppSSO URL" ' +
        'UserInfo={NSLocalizedDescription=not AppSSO URL}, requestParametersCore = {\n}',
    });
  }

  async #askPerson(): Promise<WindowAnswer> {
    this.#msal('Info', 'Beginning interactive broker extension flow.');
    const { window, windowMs } = this.#behaviour;
    const open = join(this.#layout.state.windows, `${process.pid}.open`);
    await writeFile(open, '');
    const answer =
      window === 'waits' || window === 'hangs'
        ? await this.#awaitAnswer(window, open)
        : await delay(windowMs, window);
    await rm(open, { force: true });
    return answer;
  }

  async #awaitAnswer(window: 'waits' | 'hangs', open: string): Promise<WindowAnswer> {
    const file = join(this.#layout.state.windows, `${process.pid}.answer`);
    const { promise, resolve } = Promise.withResolvers<WindowAnswer>();
    const look = () => {
      if (!existsSync(open)) process.exit(1); // the Mac was removed under it
      if (window === 'hangs' || !existsSync(file)) return;
      const answer = readFileSync(file, 'utf8');
      if (isAnswer(answer)) resolve(answer);
    };
    const watcher = watch(this.#layout.state.windows, look);
    look();
    const answer = await promise;
    watcher.close();
    await rm(file, { force: true });
    return answer;
  }

  async #succeed(): Promise<true> {
    this.#log({ message: `AAD ID acquired for macOS user account ${this.#layout.userName}` });
    await this.#remember({ have_an_Azure_id: true, last_aad_token_timestamp: realSeconds(Date.now()) });
    return true;
  }

  async #giveUp(): Promise<false> {
    this.#log({
      level: 'Error',
      message: 'Did not get a token from acquireTokenInteractive, sending an empty token.',
    });
    this.#log({ message: `No AAD ID found for macOS user account ${this.#layout.userName}` });
    await this.#remember({ have_an_Azure_id: false });
    return false;
  }

  async #remember(changes: {
    readonly have_an_Azure_id: boolean;
    readonly last_aad_token_timestamp?: number;
  }): Promise<void> {
    if (!this.#behaviour.writesPlist) return;
    const { aadPlist, preferences } = this.#layout;
    await mkdir(preferences, { recursive: true });
    await replacePlist(aadPlist, { ...(await readDictionary(aadPlist)), ...changes }, 'binary');
  }

  #msal(level: 'Info' | 'Error', text: string): void {
    const time = new Date().toISOString().slice(0, 19).replace('T', ' ');
    const message = `TID=${process.pid} MSAL 1.2.14 Mac 15.5.0 [${time} - ${this.#correlationId}] ${text}`;
    this.#log({ level, category: 'msal', message });
  }

  #log(entry: LogEntry): void {
    appendRecord(this.#layout, { uid: this.#uid, ...entry });
  }
}

function isAnswer(text: string): text is WindowAnswer {
  return Object.hasOwn(failureOf, text);
}

function returning(operation: 'acquireTokenSilent' | 'acquireToken', { domain, code }: Failure): string {
  return `${operation} returning with error: (${domain}, ${code}) Masked(not-null)`;
}
