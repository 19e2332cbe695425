import type { ReactNode } from 'react';
import type { Details as DetailsWords } from '../electron/words/details-words.ts';
import { Say } from './say.tsx';

type DetailsProps = {
  readonly details: DetailsWords;
  /** What stands below. */
  readonly children: ReactNode;
};

/** The facts behind the words. */
export function Details({ details: { rows, notes }, children }: DetailsProps) {
  return (
    <>
      <dl className="facts">
        {rows.map(({ label, value }) => (
          <div key={label.id}>
            <dt>
              <Say message={label} />
            </dt>
            <dd>
              <Say message={value} />
            </dd>
          </div>
        ))}
      </dl>
      {notes.map((note) => (
        <p className="hint" key={note.id}>
          <Say message={note} />
        </p>
      ))}
      {children}
    </>
  );
}
