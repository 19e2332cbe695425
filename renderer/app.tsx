import { useCallback, useEffect, useMemo, useState } from 'react';
import { IntlProvider } from 'react-intl';
import type { Intent, VigilDoor } from '../electron/contract.ts';
import { messagesFor } from '../electron/words/speech.ts';
import { Popover } from './popover.tsx';
import { NowContext } from './say.tsx';
import type { ShownStore } from './shown-store.ts';
import { useFrame } from './use-frame.ts';

type AppProps = { readonly store: ShownStore; readonly door: Pick<VigilDoor, 'send'> };

/** Ties the popover to the door, the clock and the language. */
export function App({ store, door }: AppProps) {
  const { shown, now, opening } = useFrame(store);
  const { locale } = shown;
  const messages = useMemo(() => messagesFor(locale), [locale]);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <IntlProvider locale={locale} messages={messages} defaultLocale="en">
      <NowContext value={now}>
        <Popover key={opening} shown={shown} door={useDoor(door)} />
      </NowContext>
    </IntlProvider>
  );
}

/** Sends what the person wants. When the main process cannot be reached, the boundary above says what to do. */
function useDoor(door: Pick<VigilDoor, 'send'>): (intent: Intent) => Promise<void> {
  const [, raise] = useState(null);
  return useCallback(
    (intent) =>
      door.send(intent).catch((error: unknown) => {
        raise(() => {
          throw error;
        });
      }),
    [door],
  );
}
