import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { Message } from '../electron/words/catalog.ts';
import { Say } from './say.tsx';

export type DisclosureItem = { readonly title: Message; readonly content: ReactNode };

type DisclosuresProps = {
  readonly items: readonly DisclosureItem[];
  /** What stands at the end of the row of titles. */
  readonly children: ReactNode;
};

/** Titles in one row, of which at most one is open; what is in it comes below the row. */
export function Disclosures({ items, children }: DisclosuresProps) {
  const [open, setOpen] = useState<Message['id'] | null>(null);
  const panels = useId();
  const all = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // As much as there is room for, from the row on.
    if (open !== null) all.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <div className="more" ref={all}>
      <div className="titles">
        {items.map(({ title }) => (
          <button
            key={title.id}
            type="button"
            className="disclosure"
            aria-expanded={open === title.id}
            aria-controls={`${panels}-${title.id}`}
            onClick={() => setOpen(open === title.id ? null : title.id)}
          >
            <Say message={title} />
          </button>
        ))}
        {children}
      </div>
      {items.map(({ title, content }) => (
        <div key={title.id} className="panel" id={`${panels}-${title.id}`} hidden={open !== title.id}>
          {content}
        </div>
      ))}
    </div>
  );
}
