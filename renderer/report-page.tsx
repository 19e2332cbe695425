import { useEffect, useId, useRef, useState } from 'react';
import { message } from '../electron/words/catalog.ts';
import { Button } from './button.tsx';
import { Say } from './say.tsx';

type ReportPageProps = {
  readonly report: () => Promise<string>;
  /** Resolves when the text that is shown is on the clipboard. */
  readonly onCopy: () => Promise<void>;
  readonly onBack: () => void;
};

/** The report for IT in place of the state: all of its text, before it goes anywhere. */
export function ReportPage({ report, onCopy, onBack }: ReportPageProps) {
  const text = useReport(report);
  const [isCopied, setIsCopied] = useState(false);
  const explanation = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main className="popover report">
      <h1 ref={heading} tabIndex={-1} aria-describedby={explanation}>
        <Say message={message('report.heading')} />
      </h1>
      <p className="hint" id={explanation}>
        <Say message={message('report.explain')} />
      </p>
      <ReportText text={text} />
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
function ReportText({ text }: { readonly text: string | null }) {
  const label = useId();
  if (text === null) {
    return (
      <p className="gathering" role="status">
        <Say message={message('report.gathering')} />
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
function useReport(report: () => Promise<string>): string | null {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    void report().then((told) => {
      if (isWanted) setText(told);
    });
    return () => {
      isWanted = false;
    };
  }, [report]);
  return text;
}
