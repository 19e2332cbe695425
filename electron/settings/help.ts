import { z } from 'zod';
import { about } from './about.ts';
import { absolutePath, contactAddress, helpAddress, name, note } from './texts.ts';

const since = '0.1.0';

/** What the organisation says of itself where Vigil offers help. */
export const helpSettings = {
  OrganizationName: name()
    .default('')
    .meta(
      about({
        title: 'Name of the organisation',
        description: 'What the organisation is called where Vigil offers help.',
        since,
        example: 'Example Corp',
        forcedOnly: true,
        isProse: true,
      }),
    ),
  ContactLabel: name()
    .default('')
    .meta(
      about({
        title: 'Contact',
        description: 'Whom to ask for help, as people know it, such as "IT Service Desk".',
        since,
        example: 'IT Service Desk',
        forcedOnly: true,
        isProse: true,
      }),
    ),
  ContactURL: contactAddress()
    .default('')
    .meta(
      about({
        title: 'Address of the contact',
        description: 'What a click on the contact opens.',
        since,
        example: 'mailto:servicedesk@example.com',
        forcedOnly: true,
      }),
    ),
  HelpNote: note()
    .default('')
    .meta(
      about({
        title: 'Note for people who need help',
        description:
          'A sentence or two shown where Vigil offers help, such as when the service desk is open.',
        since,
        example: 'The service desk is open on working days from 8 to 18.',
        forcedOnly: true,
        isProse: true,
      }),
    ),
  HelpNotes: z
    .object({
      en: note().meta({ title: 'English' }),
      de: note().meta({ title: 'German' }),
      fr: note().meta({ title: 'French' }),
      es: note().meta({ title: 'Spanish' }),
      ja: note().meta({ title: 'Japanese' }),
    })
    .partial()
    .default({})
    .meta(
      about({
        title: 'Note by language',
        description: 'The same note in the languages of Vigil; HelpNote is shown in those that have none.',
        since,
        example: { de: 'Die Hotline ist werktags von 8 bis 18 Uhr besetzt.' },
        forcedOnly: true,
        isProse: true,
      }),
    ),
  LogoPath: absolutePath()
    .default('')
    .meta(
      about({
        title: 'Logo of the organisation',
        description: 'An image on this Mac, shown beside the name. Only root may be able to write it.',
        since,
        forcedOnly: true,
      }),
    ),
  HelpURL: helpAddress()
    .default('')
    .meta(
      about({
        title: 'Address of a help page',
        description: 'A page of the organisation on signing in again.',
        since,
        example: 'https://help.example.com/mac/sign-in',
        forcedOnly: true,
      }),
    ),
  RegistrationURL: helpAddress()
    .default('')
    .meta(
      about({
        title: 'Address for registering a Mac',
        description: 'Where a person registers a Mac that is not registered.',
        since,
        example: 'jamfselfservice://content?entity=policy&id=42&action=view',
        forcedOnly: true,
      }),
    ),
};
