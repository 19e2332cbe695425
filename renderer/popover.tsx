import { type RefObject, useContext, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Intent, ReportAsked, Shown } from '../electron/contract.ts';
import type { ActionWords } from '../electron/words/action-words.ts';
import type { Message } from '../electron/words/catalog.ts';
import { type Description, describe } from '../electron/words/describe.ts';
import { glyphOf, toneOf } from '../electron/words/look.ts';
import { windowWords } from '../electron/words/window-words.ts';
import { ActionButton, ConfirmQuestion } from './actions.tsx';
import { Emblem } from './emblem.tsx';
import { More } from './more.tsx';
import { NotificationsOffer } from './notifications-offer.tsx';
import { ReportPage } from './report-page.tsx';
import { NowContext, Say } from './say.tsx';
import { Reasons, StateWords } from './state-words.tsx';
import { useEscape } from './use-escape.ts';
import { useSend } from './use-send.ts';

export type PopoverProps = {
  readonly shown: Shown;
  readonly door: (intent: Intent) => Promise<void>;
  readonly report: (asked: ReportAsked) => Promise<string>;
};

/** Draws one state. All that it knows by itself is whether it has asked a question, or shows the report. */
export function Popover({ shown, door, report }: PopoverProps) {
  const { view, vigilVersion } = shown;
  const words = describe(view);
  const { action } = words;
  const window = windowWords(view, useContext(NowContext));
  const { send, busy } = useSend(door);
  const headline = useRef<HTMLHeadingElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { question, ask, answer } = useQuestion(action);
  const [isReport, setIsReport] = useState(false);

  const press = ({ verb }: ActionWords) => (verb === 'sign-in-now' ? ask() : send({ kind: verb }));
  const cancel = () => {
    flushSync(answer);
    button.current?.focus();
  };
  const proceed = () => {
    answer();
    send({ kind: 'sign-in-now', confirmed: true });
  };
  useEscape(() => {
    if (isReport) setIsReport(false);
    else if (question === null) void door({ kind: 'close' });
    else cancel();
  });
  useFocus(action?.emphasis === 'primary' ? button : headline, headline);

  if (isReport) {
    const copy = () => door({ kind: 'copy-report' });
    return <ReportPage report={report} onCopy={copy} onBack={() => setIsReport(false)} />;
  }
  const actionButton = action !== null && (
    <ActionButton
      key={action.verb}
      action={action}
      busy={busy}
      onPress={() => press(action)}
      button={button}
    />
  );
  const isQuiet = action?.emphasis === 'quiet';
  const dense = isDense(shown, words);
  return (
    <main className="popover" data-tone={toneOf(view)} data-dense={dense}>
      <div className="page">
        <div className="state">
          <Emblem glyph={glyphOf(view)} share={window?.share ?? null} />
          <StateWords words={words} headline={headline} />
          {window !== null && !dense && <Left message={window.left} />}
        </div>
        {question === null && <Reasons words={words} />}
        <More view={view} vigilVersion={vigilVersion} onReport={() => setIsReport(true)}>
          {isQuiet && !dense && question === null && actionButton}
        </More>
      </div>
      <footer>
        {question === null ? (
          <>
            {(!isQuiet || dense) && actionButton}
            <NotificationsOffer
              words={words.notifications}
              busy={busy}
              onAllow={() => send({ kind: 'allow-notifications' })}
            />
          </>
        ) : (
          <ConfirmQuestion words={question} busy={busy} onProceed={proceed} onCancel={cancel} />
        )}
      </footer>
    </main>
  );
}

/** Where there is much to say, the emblem stands beside the words and not above them. */
function isDense({ view: { attention } }: Shown, { why, result }: Description): boolean {
  return why !== null || (attention && result !== null);
}

/** Outside of the live regions, because it changes with every minute. */
function Left({ message }: { readonly message: Message }) {
  return (
    <p className="left">
      <Say message={message} />
    </p>
  );
}

/** What is asked before the action is done, from `ask` until `answer`, or until another action takes its place. */
function useQuestion(action: ActionWords | null) {
  const [asking, setAsking] = useState(false);
  const question = action?.confirm ?? null;
  // A question that came back by itself would be answered without having been read.
  if (asking && question === null) setAsking(false);
  return {
    question: asking ? question : null,
    ask: () => setAsking(true),
    answer: () => setAsking(false),
  };
}

type Focusable = RefObject<HTMLElement | null>;

/** The keyboard begins at `first`, and goes on from `fallback`, not from nowhere, when what had the focus is gone. */
function useFocus(first: Focusable, fallback: Focusable): void {
  const opened = useRef(false);
  useEffect(() => {
    if (!opened.current) first.current?.focus();
    else if (document.activeElement === document.body) fallback.current?.focus();
    opened.current = true;
  });
}
