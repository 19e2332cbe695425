import { useCallback, useEffect, useState } from 'react';
import { IntlProvider } from 'react-intl';
import type { PreferenceChange } from '../electron/assess/preferences.ts';
import type { Intent, ReportAsked, VigilDoor } from '../electron/contract.ts';
import { Popover } from './popover.tsx';
import { NowContext } from './say.tsx';
import type { ShownStore } from './shown-store.ts';
import { useFrame } from './use-frame.ts';
import { useLanguage } from './use-language.ts';

type AppProps = { readonly store: ShownStore; readonly door: Pick<VigilDoor, 'send' | 'report'> };

/** Ties the popover to the door, the clock and the language. */
export function App({ store, door }: AppProps) {
  const { shown, now, opening } = useFrame(store);
  const { locale, messages } = useLanguage(shown.locale);
  const orRaise = useOrRaise();
  const send = useCallback((intent: Intent) => orRaise(door.send(intent)), [door, orRaise]);
  const report = useCallback((asked: ReportAsked) => orRaise(door.report(asked)), [door, orRaise]);
  const change = useCallback(
    (wanted: PreferenceChange) => door.send({ kind: 'set-preference', change: wanted }),
    [door],
  );
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return (
    <IntlProvider locale={locale} messages={messages} defaultLocale="en">
      <NowContext value={now}>
        <Popover key={opening} shown={shown} door={send} report={report} change={change} />
      </NowContext>
    </IntlProvider>
  );
}

/** When the main process cannot be reached, the boundary above says what to do. */
function useOrRaise(): <Answer>(asked: Promise<Answer>) => Promise<Answer> {
  const [, raise] = useState(null);
  return useCallback(
    (asked) =>
      asked.catch((error: unknown) => {
        raise(() => {
          throw error;
        });
        // Nobody waits for an answer any more.
        return new Promise<never>(() => {});
      }),
    [],
  );
}
