import { useIntl } from 'react-intl';
import { message } from '../electron/words/catalog.ts';
import { say } from '../electron/words/speech.ts';

/** Where the knobs sit on their lines. */
const knobs = [
  { y: 3.5, x: 10.5 },
  { y: 8, x: 5 },
  { y: 12.5, x: 8.5 },
] as const;

/** The way to the settings, in the corner where it is out of the way. */
export function SettingsButton({ onPress }: { readonly onPress: () => void }) {
  const name = say(useIntl(), message('preferences.title'), 0);
  return (
    <button type="button" className="settings" aria-label={name} title={name} onClick={onPress}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {knobs.map(({ y, x }) => (
          <g key={y}>
            <path d={`M1.5 ${y} H${x - 1.9} M${x + 1.9} ${y} H14.5`} />
            <circle cx={x} cy={y} r="1.7" />
          </g>
        ))}
      </svg>
    </button>
  );
}
