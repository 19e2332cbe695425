import { unreadSince } from '../../assess/log-gap.ts';
import { eventOf } from '../../assess/vocabulary.ts';
import { MacLog } from '../../sense/mac-log.ts';
import type { CliHost } from '../host.ts';
import type { Look } from '../look.ts';

/**
 * The look with what the log tells and the app has not read yet; null after Ctrl-C. Where no app is running these are
 * days of log, which take up to half a minute.
 */
export async function withLog(
  { paths, onInterrupt }: Pick<CliHost, 'paths' | 'onInterrupt'>,
  look: Look,
  now: number,
): Promise<Look | null> {
  const entries = [...look.entries];
  const known = new Set(entries.flatMap((entry) => (entry.type === 'log' ? entry.event.key : [])));
  const log = new MacLog({
    executable: paths.run.log,
    root: paths.root,
    onRecord: (record) => {
      const event = eventOf(record, look.facts.person);
      if (event === null || known.has(event.key)) return;
      known.add(event.key);
      entries.push({ type: 'log', at: event.at, event });
    },
    // Both are told by `access`.
    onAccess: () => {},
    onTrouble: () => {},
  });
  let isInterrupted = false;
  const endInterrupts = onInterrupt(() => {
    isInterrupted = true;
    void log.stop();
  });
  try {
    const { LogRelayFile: relay } = look.settings;
    await log.setRelay(relay === '' ? null : paths.namedBySetting(relay));
    await log.catchUp(unreadSince(look.entries, now));
    return isInterrupted ? null : { ...look, entries, facts: { ...look.facts, logAccess: log.access } };
  } finally {
    endInterrupts();
    await log.stop();
  }
}
