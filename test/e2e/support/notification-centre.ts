import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { MessageBus } from 'dbus-native';
import { until } from '../../mac/until.ts';
import type { Eyes } from './looks.ts';
import { type Notice, NotificationMonitor } from './notification-monitor.ts';
import { call, connect, readProperty } from './session-bus.ts';

const DAEMON = 'org.freedesktop.Notifications';
const CONTROL = {
  to: DAEMON,
  path: '/org/freedesktop/Notifications',
  interface: 'org.dunstproject.cmd0',
} as const;

/** A real notification daemon (dunst), and the hands and eyes of a person before it. */
export class NotificationCentre {
  readonly #bus: MessageBus;
  readonly #daemon: ChildProcess;
  readonly #monitor: NotificationMonitor;

  private constructor(bus: MessageBus, daemon: ChildProcess, monitor: NotificationMonitor) {
    this.#bus = bus;
    this.#daemon = daemon;
    this.#monitor = monitor;
  }

  static async open(eyes: Eyes): Promise<NotificationCentre> {
    const bus = connect();
    const daemon = spawn('dunst', ['-conf', join(import.meta.dirname, 'dunst.conf')], { stdio: 'ignore' });
    await until('the notification daemon answers', async () => bus.nameHasOwner(DAEMON));
    return new NotificationCentre(bus, daemon, await NotificationMonitor.open(eyes));
  }

  /** Every notification of this session, oldest first, closed ones too. */
  get posted(): readonly Notice[] {
    return this.#monitor.posted;
  }

  /** What programs have asked of the daemon, whatever came of it: even a question counts. */
  get calls(): readonly string[] {
    return this.#monitor.calls;
  }

  /** What is on the screen now, oldest first. */
  async standing(): Promise<readonly Notice[]> {
    const onScreen = async () => {
      const displayed = await readProperty(this.#bus, CONTROL, 'displayedLength');
      return displayed === this.#monitor.standing.length;
    };
    await until('the daemon displays what it was given', onScreen);
    return this.#monitor.standing;
  }

  /** A click on the only notification on the screen. */
  async click(): Promise<void> {
    await this.#theOnlyOne();
    await call(this.#bus, { ...CONTROL, member: 'NotificationAction', signature: 'u', body: [0] });
  }

  /** The person waves the only notification away. */
  async dismiss(): Promise<void> {
    const { id } = await this.#theOnlyOne();
    await call(this.#bus, { ...CONTROL, member: 'NotificationCloseLast' });
    await until('the notification is gone', () => !this.#monitor.standing.some((notice) => notice.id === id));
  }

  async close(): Promise<void> {
    this.#daemon.kill();
    if (this.#daemon.exitCode === null && this.#daemon.signalCode === null) await once(this.#daemon, 'exit');
    await Promise.all([this.#monitor.close(), this.#bus.close()]);
  }

  async #theOnlyOne(): Promise<Notice> {
    const [notice, ...others] = await this.standing();
    if (notice !== undefined && others.length === 0) return notice;
    throw new Error(
      `Not one notification but ${notice === undefined ? 0 : others.length + 1} are on the screen`,
    );
  }
}
