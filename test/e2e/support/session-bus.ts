import { type MessageBus, sessionBus } from 'dbus-native';

type Call = {
  readonly to: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  /** D-Bus signature of the arguments; none by default. */
  readonly signature?: string;
  readonly body?: readonly unknown[];
};

/** A connection to the session bus, as a person's desktop has one. */
export function connect(): MessageBus {
  return sessionBus({ timeout: 10_000 });
}

/** Calls a method. What comes back is from outside, so it is for the caller to check. */
export async function call(bus: MessageBus, { to, signature, body = [], ...what }: Call): Promise<unknown> {
  return bus.invoke({
    destination: to,
    ...what,
    ...(signature === undefined ? {} : { signature, body: [...body] }),
  });
}

export async function readProperty(
  bus: MessageBus,
  of: Omit<Call, 'member' | 'signature' | 'body'>,
  name: string,
) {
  return call(bus, {
    ...of,
    interface: 'org.freedesktop.DBus.Properties',
    member: 'Get',
    signature: 'ss',
    body: [of.interface, name],
  });
}

/** Calls the listener with the arguments of every such signal. */
export async function listen(
  bus: MessageBus,
  { path, iface, member }: { readonly path: string; readonly iface: string; readonly member: string },
  listener: (body: readonly unknown[]) => void,
): Promise<void> {
  bus.signals.on(bus.mangle(path, iface, member), listener);
  await bus.watch(`type='signal',path='${path}',interface='${iface}',member='${member}'`);
}
