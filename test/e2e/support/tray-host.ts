import { defineInterface, type MessageBus } from 'dbus-native';
import { until } from '../../mac/until.ts';
import type { Eyes } from './looks.ts';
import { connect, listen } from './session-bus.ts';
import { TrayItem } from './tray-item.ts';

/** The part of a desktop that shows tray icons: what Electron on Linux looks for before it shows one. */
const WATCHER = 'org.kde.StatusNotifierWatcher';

type TrayHostOptions = {
  /** Called with each icon as it comes. */
  readonly onItem?: (item: TrayItem) => void;
  readonly eyes?: Eyes;
};

/** A desktop's tray: the icons that programs show now. */
export class TrayHost {
  readonly #bus: MessageBus;
  readonly #items = new Map<string, TrayItem>();

  readonly #onItem: (item: TrayItem) => void;
  readonly #eyes: Eyes;

  private constructor(bus: MessageBus, { onItem, eyes }: TrayHostOptions) {
    this.#bus = bus;
    this.#onItem = onItem ?? (() => undefined);
    this.#eyes = eyes ?? ((text) => text);
  }

  static async open(options: TrayHostOptions = {}): Promise<TrayHost> {
    const bus = connect();
    const host = new TrayHost(bus, options);
    await bus.export('/StatusNotifierWatcher', host.#watcher());
    const dbus = { path: '/org/freedesktop/DBus', iface: 'org.freedesktop.DBus', member: 'NameOwnerChanged' };
    await listen(bus, dbus, ([name, _before, owner]) => {
      if (owner === '') host.#items.delete(String(name));
    });
    await bus.ownName(WATCHER);
    return host;
  }

  get items(): readonly TrayItem[] {
    return [...this.#items.values()];
  }

  /** The icon that this process shows; waits for it. */
  async itemOf(pid: number): Promise<TrayItem> {
    const find = () => this.items.find((item) => item.pid === pid);
    await until(`process ${pid} shows a tray icon`, () => find() !== undefined);
    const item = find();
    if (item === undefined) throw new Error(`The tray icon of process ${pid} is gone again`);
    return item;
  }

  async close(): Promise<void> {
    await this.#bus.close();
  }

  #watcher() {
    return defineInterface({
      name: WATCHER,
      methods: {
        RegisterStatusNotifierItem: {
          in: { item: 's' },
          handler: ({ item }: { readonly item: string }, { sender = '' }) => this.#register(item, sender),
        },
      },
      properties: {
        IsStatusNotifierHostRegistered: { type: 'b', access: 'read', value: true },
        ProtocolVersion: { type: 'i', access: 'read', value: 0 },
        RegisteredStatusNotifierItems: { type: 'as', access: 'read', get: () => [...this.#items.keys()] },
      },
    });
  }

  /** Programs register by a path, or by a name on the bus and the usual path. */
  async #register(item: string, sender: string): Promise<void> {
    const path = item.startsWith('/') ? item : '/StatusNotifierItem';
    const pid = await this.#bus.getConnectionUnixProcessId(sender);
    const shown = new TrayItem(this.#bus, { owner: sender, path, pid, eyes: this.#eyes });
    this.#items.set(sender, shown);
    this.#onItem(shown);
  }
}
