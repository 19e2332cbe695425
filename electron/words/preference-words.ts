import type { Preference, PreferenceChange, Preferences } from '../assess/preferences.ts';
import { type Message, message } from './catalog.ts';

/** One of which exactly one choice holds. */
export type ChoiceWords = {
  readonly title: Message;
  readonly isManaged: boolean;
  readonly choices: readonly {
    readonly label: Message;
    readonly isChosen: boolean;
    readonly change: PreferenceChange;
    /** The language of the label where it is not that of the screen. */
    readonly language?: string;
  }[];
};

export type SwitchWords = {
  readonly label: Message;
  readonly isManaged: boolean;
  readonly isOn: boolean;
  readonly change: PreferenceChange;
};

/** Each by its own name, as a person finds it who cannot read the others. */
const names: readonly (readonly [language: string, name: string])[] = [
  ['en', 'English'],
  ['de', 'Deutsch'],
  ['es', 'Español'],
  ['fr', 'Français'],
  ['ja', '日本語'],
];

export function warnWords({ value, isManaged }: Preferences['warnBeforeLapse']): ChoiceWords {
  return {
    title: message('preferences.warn'),
    isManaged,
    choices: (['always', 'atRisk', 'never'] as const).map((choice) => ({
      label: message(`preferences.warn.${choice}`),
      isChosen: choice === value,
      change: { name: 'WarnBeforeLapse', value: choice },
    })),
  };
}

export function languageWords({ value, isManaged }: Preferences['language']): ChoiceWords {
  return {
    title: message('preferences.language'),
    isManaged,
    choices: [
      {
        label: message('preferences.language.system'),
        isChosen: value === '',
        change: { name: 'Language', value: '' },
      },
      ...names.map(([language, name]) => ({
        label: message('preferences.language.name', { name }),
        language,
        isChosen: language === value,
        change: { name: 'Language', value: language } as const,
      })),
    ],
  };
}

export function openAtLoginWords({ value, isManaged }: Preference<boolean>): SwitchWords {
  return {
    label: message('preferences.open-at-login'),
    isManaged,
    isOn: value,
    change: { name: 'OpenAtLogin', value: !value },
  };
}
