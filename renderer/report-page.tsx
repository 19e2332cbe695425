import { useEffect, useId, useRef, useState } from 'react';
import type { ReportAsked } from '../electron/contract.ts';
import { type Message, message } from '../electron/words/catalog.ts';
import { Button } from './button.tsx';
import { Say } from './say.tsx';
import { useEscape } from './use-escape.ts';

type ReportPageProps = {
  readonly mayCheckNetwork: boolean;
  readonly report: (asked: ReportAsked) => Promise<string>;
  /** Resolves when the text that is shown is on the clipboard. */
  readonly onCopy: () => Promise<void>;
  readonly onBack: () => void;
};

/** The report for IT in place of the state: all of its text, before it goes anywhere. */
export function ReportPage({ mayCheckNetwork, report, onCopy, onBack }: ReportPageProps) {
  const [network, setNetwork] = useState(false);
  const text = useReport(report, network);
  const [isCopied, setIsCopied] = useState(false);
  const explanation = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEscape(onBack);
  return (
    <main className="popover report">
      <h1 ref={heading} tabIndex={-1} aria-describedby={explanation}>
        <Say message={message('report.heading')} />
      </h1>
      <p className="hint" id={explanation}>
        <Say message={message('report.explain')} />
      </p>
      <ReportText text={text} wait={message(network ? 'report.checking-network' : 'report.gathering')} />
      {mayCheckNetwork && !network && (
        <Button
          label={message('report.network')}
          emphasis="secondary"
          disabled={text === null}
          onPress={() => {
            setIsCopied(false);
            setNetwork(true);
          }}
        />
      )}
      <footer>
        <p className="hint" role="status">
          {isCopied && <Say message={message('report.copied')} />}
        </p>
        <Button label={message('report.back')} emphasis="secondary" onPress={onBack} />
        <Button
          label={message('report.copy')}
          emphasis="primary"
          disabled={text === null}
          onPress={() => void onCopy().then(() => setIsCopied(true))}
        />
      </footer>
    </main>
  );
}

/** Text to be scrolled, searched by eye and marked with the keyboard, too; a text field that cannot be written in. */
type ReportTextProps = {
  readonly text: string | null;
  /** Said in place of the text until it is there. */
  readonly wait: Message;
};

function ReportText({ text, wait }: ReportTextProps) {
  const label = useId();
  if (text === null) {
    return (
      <p className="gathering" role="status">
        <Say message={wait} />
      </p>
    );
  }
  return (
    <>
      <label className="unseen" htmlFor={label}>
        <Say message={message('report.heading')} />
      </label>
      <textarea id={label} readOnly spellCheck={false} value={text} />
    </>
  );
}

/** Null until it is there. */
function useReport(report: ReportPageProps['report'], network: boolean): string | null {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    setText(null);
    void report({ network }).then((told) => {
      if (isWanted) setText(told);
    });
    return () => {
      isWanted = false;
    };
  }, [report, network]);
  return text;
}
