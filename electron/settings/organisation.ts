import type { Organisation } from '../assess/organisation.ts';
import type { Settings } from './table.ts';

/** What the organisation says of itself, for a person whose language is that of the locale (`de-AT`). */
export function organisationOf(settings: Settings, locale: string): Organisation {
  const { OrganizationName, ContactLabel, ContactURL, HelpURL, RegistrationURL } = settings;
  const label = orNull(ContactLabel) ?? readable(ContactURL);
  return {
    name: orNull(OrganizationName),
    contact: label === null ? null : { label, url: orNull(ContactURL) },
    note: noteIn(settings, locale),
    helpUrl: orNull(HelpURL),
    registrationUrl: orNull(RegistrationURL),
  };
}

function noteIn({ HelpNote, HelpNotes }: Settings, locale: string): string | null {
  const language = locale.split(/[-_]/, 1)[0]?.toLowerCase();
  const note = Object.entries(HelpNotes).find(([name]) => name === language)?.[1];
  return orNull(note ?? '') ?? orNull(HelpNote);
}

/** `mailto:help@corp.example?subject=Mac` is read as `help@corp.example`; other addresses as they are. */
function readable(url: string): string | null {
  return orNull(url.replace(/^(?:mailto|tel):([^?]+).*$/, '$1'));
}

/** Blanks are as good as nothing. */
function orNull(text: string): string | null {
  return text.trim() === '' ? null : text;
}
