import { type MessageBus, Variant } from 'dbus-native';
import { z } from 'zod';
import type { Eyes } from './looks.ts';
import { call, listen, readProperty } from './session-bus.ts';

const ITEM = 'org.kde.StatusNotifierItem';
const MENU = 'com.canonical.dbusmenu';

/** Pixels as they go over the bus: alpha, red, green and blue, one byte each, row by row. */
export type Picture = { readonly width: number; readonly height: number; readonly argb: Buffer };

export type MenuEntry = {
  readonly label: string;
  readonly enabled: boolean;
  readonly kind: 'item' | 'separator';
  readonly choose: () => Promise<void>;
};

const pictures = z.array(z.tuple([z.number(), z.number(), z.instanceof(Buffer)]));
const toolTip = z.tuple([z.string(), z.unknown(), z.string(), z.string()]);
const menuNode = z.tuple([z.number(), z.record(z.string(), z.unknown()), z.array(z.unknown())]);
const menuLayout = z.tuple([z.number(), menuNode]);
const menuProperties = z.object({
  label: z.string().default(''),
  enabled: z.boolean().default(true),
  type: z.string().default('standard'),
});

type Address = { readonly owner: string; readonly path: string; readonly pid: number; readonly eyes: Eyes };

/** One icon in the tray, as a person sees and uses it. */
export class TrayItem {
  readonly pid: number;
  readonly #bus: MessageBus;
  readonly #eyes: Eyes;
  readonly #address: { readonly to: string; readonly path: string; readonly interface: string };

  constructor(bus: MessageBus, { owner, path, pid, eyes }: Address) {
    this.pid = pid;
    this.#bus = bus;
    this.#eyes = eyes;
    this.#address = { to: owner, path, interface: ITEM };
  }

  async tooltip(): Promise<string> {
    const [_icon, _pictures, title] = toolTip.parse(await this.#read('ToolTip'));
    return this.#eyes(title);
  }

  /** The largest picture that the program offers. */
  async picture(): Promise<Picture> {
    const offered = pictures.parse(await this.#read('IconPixmap'));
    const [largest] = offered.toSorted(([width], [otherWidth]) => otherWidth - width);
    if (largest === undefined) throw new Error('The tray icon has no picture');
    const [width, height, argb] = largest;
    return { width, height, argb };
  }

  /** Calls the listener whenever the program says that it has a new picture. */
  async onNewPicture(listener: () => void): Promise<void> {
    await listen(this.#bus, { path: this.#address.path, iface: ITEM, member: 'NewIcon' }, listener);
  }

  /** A left click. */
  async click(): Promise<void> {
    await call(this.#bus, { ...this.#address, member: 'Activate', signature: 'ii', body: [0, 0] });
  }

  /** What a right click offers. */
  async menu(): Promise<readonly MenuEntry[]> {
    const body = [0, -1, []];
    const layout = await this.#callMenu('GetLayout', 'iias', body);
    const [_revision, [_id, _properties, children]] = menuLayout.parse(layout);
    return children.map((child) => this.#menuEntry(child));
  }

  /** Right click, and a click on the entry with this label. */
  async choose(label: string): Promise<void> {
    const entries = await this.menu();
    const entry = entries.find((candidate) => candidate.label === label && candidate.enabled);
    if (entry === undefined) {
      throw new Error(
        `"${label}" cannot be chosen; the menu offers: ${entries.map((other) => other.label).join(', ')}`,
      );
    }
    await entry.choose();
  }

  #menuEntry(node: unknown): MenuEntry {
    const [id, properties] = menuNode.parse(node);
    const { label, enabled, type } = menuProperties.parse(properties);
    return {
      // An underscore would mark the key that chooses the entry.
      label: this.#eyes(label.replaceAll('__', '_')),
      enabled,
      kind: type === 'separator' ? 'separator' : 'item',
      choose: async () => {
        await this.#callMenu('Event', 'isvu', [id, 'clicked', new Variant('i', 0), 0]);
      },
    };
  }

  async #callMenu(member: string, signature: string, body: readonly unknown[]): Promise<unknown> {
    const path = z.string().parse(await this.#read('Menu'));
    return call(this.#bus, { ...this.#address, path, interface: MENU, member, signature, body });
  }

  async #read(property: string): Promise<unknown> {
    return readProperty(this.#bus, this.#address, property);
  }
}
