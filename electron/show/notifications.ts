import { Notification, type NotificationAction } from 'electron';
import type { NotificationEntry } from '../assess/ledger-entry.ts';
import type { Want, WantCause } from '../assess/view.ts';

export type NotificationText = {
  readonly title: string;
  readonly body: string;
  /** Labels of the buttons, where the system shows any: what can be done at once, and the way to be reminded later. */
  readonly actions: { readonly act: string; readonly later: string } | null;
};

export type NotificationsOptions = {
  /** What the ledger knows of earlier runs; keys are those of wants. */
  readonly past: {
    /** The person was asked, or something was posted. */
    readonly asked: boolean;
    readonly posted: ReadonlySet<string>;
    /** Posted and neither withdrawn nor failed since. */
    readonly standing: ReadonlySet<string>;
  };
  /** Writes to the ledger; has written when it returns. */
  readonly remember: (entry: NotificationEntry) => void;
  readonly text: (want: Want) => NotificationText;
  /** What the first notification says, the one at which macOS asks for permission. */
  readonly greeting: () => NotificationText;
  readonly onClick: () => void;
  readonly onAction: (want: Want) => void;
  readonly now: () => number;
  readonly log: Pick<Console, 'info' | 'warn'>;
};

type Circumstances = {
  /** The person looks at the popover. */
  readonly isWatched: boolean;
  /** Nobody has to be asked: the organisation has installed a profile that allows notifications. */
  readonly isPermitted: boolean;
};

type Remembered =
  | { readonly what: 'asked' }
  | { readonly what: 'posted' | 'withdrawn' | 'failed'; readonly key: string };

type Live = { readonly key: string; readonly notification: Notification };

type Handlers = {
  readonly clicked: () => void;
  readonly acted: () => void;
  readonly putOff: () => void;
  readonly shown: () => void;
  readonly failed: (error: string) => void;
};

/**
 * Posts what is wanted and does not stand, withdraws what stands and is not wanted. A key is posted once, ever: it is
 * in the ledger before it is on the screen.
 *
 * Until the person has said yes in the popover, nothing of Electron's Notification is touched, not even `isSupported`:
 * at the first touch macOS asks for permission, and takes a question that nobody answers for a no.
 */
export class Notifications {
  readonly #options: NotificationsOptions;
  readonly #posted: Set<string>;
  readonly #standing: Set<string>;
  /** One a cause: a second object for the same thing would catch the clicks of the first. Held, or they stop answering. */
  readonly #live = new Map<WantCause['kind'] | 'greeting', Live>();
  #asked: boolean;
  /** The system is asking the person: what is posted now would be refused. */
  #asking = false;
  #wants: readonly Want[] = [];

  constructor(options: NotificationsOptions) {
    this.#options = options;
    this.#asked = options.past.asked;
    this.#posted = new Set(options.past.posted);
    this.#standing = new Set(options.past.standing);
  }

  /**
   * `wants` are all that should stand now. Saying it twice changes nothing. What comes up while the person looks at the
   * popover is told there: it counts as posted, and no banner repeats it.
   */
  reconcile(wants: readonly Want[], { isWatched, isPermitted }: Circumstances): void {
    this.#wants = wants;
    if (!(this.#asked || isPermitted) || this.#asking) return;
    const wanted = new Set(wants.map((want) => want.key));
    for (const key of [...this.#standing].filter((key) => !wanted.has(key))) this.#withdraw(key);
    for (const want of wants.filter(({ key }) => !this.#posted.has(key))) {
      if (isWatched) this.#countAsTold(want);
      else this.#post(want);
    }
  }

  /** The person has said in the popover that notifications are welcome. */
  allow(): void {
    if (this.#asked) return;
    this.#asked = true;
    this.#asking = true;
    this.#remember({ what: 'asked' });
    const answered = () => {
      this.#asking = false;
      this.reconcile(this.#wants, { isWatched: false, isPermitted: true });
    };
    this.#show('greeting', 'greeting', this.#options.greeting(), {
      clicked: this.#options.onClick,
      acted: this.#options.onClick,
      putOff: () => {},
      shown: answered,
      // No verdict yet: where the person has not answered, the next notification tells.
      failed: (error) => {
        this.#options.log.warn('notification: the first one failed', error);
        this.#asking = false;
      },
    });
  }

  #countAsTold({ key }: Want): void {
    this.#posted.add(key);
    this.#remember({ what: 'posted', key });
    this.#remember({ what: 'withdrawn', key });
  }

  #post(want: Want): void {
    const { key, cause } = want;
    // The old one closes before the new one shows: a close that came late would take the new banner with it.
    const old = this.#live.get(cause.kind);
    if (old !== undefined) this.#withdraw(old.key);
    this.#posted.add(key);
    this.#standing.add(key);
    this.#options.log.info(`notification: posted for ${cause.kind}`, { key });
    this.#remember({ what: 'posted', key });
    this.#show(key, cause.kind, this.#options.text(want), {
      clicked: this.#options.onClick,
      acted: () => this.#options.onAction(want),
      // The next reminder comes in its time.
      putOff: () => this.#withdraw(key),
      shown: () => {},
      failed: (error) => {
        this.#options.log.warn(`notification: failed for ${cause.kind}`, error);
        this.#live.delete(cause.kind);
        this.#standing.delete(key);
        this.#remember({ what: 'failed', key });
      },
    });
  }

  #withdraw(key: string): void {
    const live = [...this.#live].find(([, { key: liveKey }]) => liveKey === key);
    if (live === undefined) {
      // Of an earlier run. Only newer Electron, and only on a Mac, can take it back.
      Notification.remove?.(key);
    } else {
      const [cause, { notification }] = live;
      this.#live.delete(cause);
      notification.removeAllListeners();
      notification.close();
    }
    this.#standing.delete(key);
    this.#options.log.info('notification: withdrawn', { key });
    this.#remember({ what: 'withdrawn', key });
  }

  #show(
    key: string,
    cause: WantCause['kind'] | 'greeting',
    text: NotificationText,
    handlers: Handlers,
  ): void {
    const { title, body, actions } = text;
    const notification = new Notification({
      id: key,
      title,
      body,
      silent: true,
      // It stands until it is withdrawn; a Mac decides that itself.
      timeoutType: 'never',
      actions: buttonsOf(actions),
    });
    notification.on('click', handlers.clicked);
    notification.on('action', (_event, index) =>
      index === laterIndex ? handlers.putOff() : handlers.acted(),
    );
    notification.on('show', handlers.shown);
    notification.on('failed', (_event, error) => handlers.failed(error));
    this.#live.set(cause, { key, notification });
    notification.show();
  }

  #remember(what: Remembered): void {
    this.#options.remember({ type: 'notification', at: this.#options.now(), ...what });
  }
}

const laterIndex = 1;

function buttonsOf(actions: NotificationText['actions']): NotificationAction[] {
  if (actions === null) return [];
  return [actions.act, actions.later].map((text) => ({ type: 'button', text }));
}
