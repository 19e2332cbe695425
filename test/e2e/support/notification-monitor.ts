import { type Message, type MessageBus, messageType } from 'dbus-native';
import { z } from 'zod';
import type { Eyes } from './looks.ts';
import { call, connect } from './session-bus.ts';

const NOTIFICATIONS = 'org.freedesktop.Notifications';

export type Notice = {
  /** The daemon's number for it. */
  readonly id: number;
  readonly title: string;
  readonly body: string;
  /** Labels of the buttons. A click on the notification itself is not among them. */
  readonly buttons: readonly string[];
};

const notifyBody = z.tuple([
  z.string(),
  z.number(),
  z.string(),
  z.string(),
  z.string(),
  z.array(z.string()),
  z.unknown(),
  z.number(),
]);

/** Overhears what programs and the notification daemon tell each other. */
export class NotificationMonitor {
  readonly #bus: MessageBus;
  readonly #eyes: Eyes;
  readonly #asked = new Map<string, Omit<Notice, 'id'>>();
  readonly #posted: Notice[] = [];
  readonly #closed = new Set<number>();
  readonly #calls: string[] = [];

  private constructor(bus: MessageBus, eyes: Eyes) {
    this.#bus = bus;
    this.#eyes = eyes;
  }

  static async open(eyes: Eyes): Promise<NotificationMonitor> {
    const bus = connect();
    const monitor = new NotificationMonitor(bus, eyes);
    const rules = [
      `type='method_call',interface='${NOTIFICATIONS}'`,
      `type='method_return',sender='${NOTIFICATIONS}'`,
      `type='signal',interface='${NOTIFICATIONS}',member='NotificationClosed'`,
    ];
    await call(bus, {
      to: 'org.freedesktop.DBus',
      path: '/org/freedesktop/DBus',
      interface: 'org.freedesktop.DBus.Monitoring',
      member: 'BecomeMonitor',
      signature: 'asu',
      body: [rules, 0],
    });
    bus.connection.on('message', (message) => monitor.#hear(message));
    return monitor;
  }

  /** All that the daemon took since this began, oldest first. */
  get posted(): readonly Notice[] {
    return this.#posted.map((notice) => this.#read(notice));
  }

  /** Those of them that nobody has closed. */
  get standing(): readonly Notice[] {
    return this.posted.filter(({ id }) => !this.#closed.has(id));
  }

  /** The methods that programs have called, in their order. */
  get calls(): readonly string[] {
    return [...this.#calls];
  }

  async close(): Promise<void> {
    await this.#bus.close();
  }

  #read({ id, title, body, buttons }: Notice): Notice {
    return { id, title: this.#eyes(title), body: this.#eyes(body), buttons: buttons.map(this.#eyes) };
  }

  #hear(message: Message): void {
    if (message.type === messageType.methodCall) this.#hearCall(message);
    if (message.type === messageType.methodReturn) this.#hearAnswer(message);
    if (message.type === messageType.signal && message.member === 'NotificationClosed') {
      this.#closed.add(z.number().parse(message.body?.[0]));
    }
  }

  #hearCall({ member, sender, serial, body }: Message): void {
    this.#calls.push(member ?? '');
    if (member !== 'Notify') return;
    const [_program, _replaces, _icon, title, text, actions] = notifyBody.parse(body);
    // Pairs of a key and a label; "default" is the click on the notification itself.
    const buttons = actions.filter((_action, index) => index % 2 === 1 && actions[index - 1] !== 'default');
    this.#asked.set(`${sender} ${serial}`, { title, body: text, buttons });
  }

  #hearAnswer({ destination, replySerial, body }: Message): void {
    const call = `${destination} ${replySerial}`;
    const asked = this.#asked.get(call);
    if (asked === undefined) return;
    this.#asked.delete(call);
    this.#posted.push({ id: z.number().parse(body?.[0]), ...asked });
  }
}
