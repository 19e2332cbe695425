import type { HelpPlace } from '../electron/assess/organisation.ts';
import type { HelpWords } from '../electron/words/help-words.ts';
import { Button } from './button.tsx';
import { Say } from './say.tsx';

type HelpProps = {
  readonly words: HelpWords | null;
  readonly hasLogo: boolean;
  readonly onOpen: (what: HelpPlace) => void;
};

/** Whom to ask, in the words of the organisation; nothing where it has none. */
export function Help({ words, hasLogo, onOpen }: HelpProps) {
  if (words === null) return null;
  const { title, contact, note, places } = words;
  return (
    <section className="box help">
      {hasLogo && <img className="logo" src="organisation-logo" alt="" />}
      <h2>
        <Say message={title} />
      </h2>
      {note !== null && (
        <p>
          <Say message={note} />
        </p>
      )}
      {contact !== null && (
        <p>
          <Say message={contact} />
        </p>
      )}
      {places.length > 0 && (
        <div className="places">
          {places.map(({ what, label }) => (
            <Button key={what} label={label} emphasis="link" onPress={() => onOpen(what)} />
          ))}
        </div>
      )}
    </section>
  );
}
