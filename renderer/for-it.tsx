import { Fragment, type ReactNode } from 'react';
import { type MessageId, message } from '../electron/words/catalog.ts';
import { actor } from '../electron/words/finding-text.ts';
import type { EntraRow, StepWords } from '../electron/words/finding-words.ts';
import type { CauseForIt, EvidenceWords } from '../electron/words/why-words.ts';
import { Say } from './say.tsx';
import { Step } from './why.tsx';

type ForItProps = {
  readonly causes: readonly CauseForIt[];
  /** What stands below. */
  readonly children: ReactNode;
};

/** What IT wants to know, in the words of the trade. Its text can be selected and copied. */
export function ForIt({ causes, children }: ForItProps) {
  return (
    <div className="for-it">
      {causes.map((cause) => (
        <Cause key={cause.id} cause={cause} />
      ))}
      {children}
    </div>
  );
}

function Cause({
  cause: { it, belief, cured, steps, evidence, earlier, codes, entra },
}: {
  readonly cause: CauseForIt;
}) {
  return (
    <article>
      <h2>
        <Say message={it} />
      </h2>
      <p className="hint">
        <Say message={belief} />
        {cured !== null && (
          <>
            {' '}
            <Say message={cured} />
          </>
        )}
      </p>
      <Part title="diagnose.steps" isEmpty={steps.length === 0}>
        <Steps steps={steps} />
      </Part>
      <Part title="diagnose.evidence" isEmpty={evidence.length === 0}>
        <Evidence lines={evidence} />
        {earlier !== null && (
          <p className="hint">
            <Say message={earlier} />
          </p>
        )}
      </Part>
      <Part title="diagnose.codes" isEmpty={codes.length === 0}>
        {/* What codes mean is told in English in every language, as Microsoft and Apple tell it. */}
        <ul lang="en">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </Part>
      <Part title="diagnose.entra" isEmpty={entra.length === 0}>
        <Entra rows={entra} />
      </Part>
    </article>
  );
}

type PartProps = {
  readonly title: MessageId & `diagnose.${'steps' | 'evidence' | 'codes' | 'entra'}`;
  readonly isEmpty: boolean;
  readonly children: ReactNode;
};

function Part({ title, isEmpty, children }: PartProps) {
  if (isEmpty) return null;
  return (
    <>
      <h3>
        <Say message={message(title)} />
      </h3>
      {children}
    </>
  );
}

function Steps({ steps }: { readonly steps: readonly StepWords[] }) {
  return (
    <ol>
      {steps.map((step) => (
        <li key={step.text.id}>
          <b>
            <Say message={message('details.labelled', { label: actor(step.by) })} />
          </b>{' '}
          <Step step={step} />
        </li>
      ))}
    </ol>
  );
}

function Evidence({ lines }: { readonly lines: readonly EvidenceWords[] }) {
  return (
    <ul className="evidence">
      {lines.map(({ key, at, meaning, line }) => (
        <li key={key}>
          <Say message={at} /> <Say message={meaning} />
          {line !== null && <code>{line}</code>}
        </li>
      ))}
    </ul>
  );
}

/** Where the app is not known there are several, under one label. */
function Entra({ rows }: { readonly rows: readonly EntraRow[] }) {
  return (
    <dl className="entra">
      {rows.map(({ label, value }, i) => (
        <Fragment key={`${label.id} ${String(value.values.text)}`}>
          {label.id !== rows[i - 1]?.label.id && (
            <dt>
              <Say message={label} />
            </dt>
          )}
          <dd>
            <Say message={value} />
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
