import { message } from '../electron/words/catalog.ts';
import type { Details } from '../electron/words/details-words.ts';
import { Say } from './say.tsx';

/** The facts behind the words, for those who want them. */
export function DetailsDisclosure({ details: { rows, notes } }: { readonly details: Details }) {
  return (
    <details
      className="details"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) currentTarget.scrollIntoView({ block: 'end' });
      }}
    >
      <summary>
        <Say message={message('details.title')} />
      </summary>
      <dl>
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
    </details>
  );
}
