import { build, type PlistValue } from 'plist';
import { choicesOf, defaultText, domain, type Row, type TextRow, valuesText } from './rows.ts';

type Subkey = { readonly [key: string]: PlistValue };

/** The manifest for ProfileManifests, from which ProfileCreator, iMazing Profile Editor and others make their forms. */
export function profileManifest(rows: readonly Row[], lastModified: Date): string {
  return `${build({
    pfm_description: 'Settings of Vigil',
    pfm_domain: domain,
    pfm_format_version: 1,
    pfm_interaction: 'combined',
    pfm_last_modified: lastModified,
    pfm_macos_min: '13.0',
    pfm_platforms: ['macOS'],
    pfm_subkeys: [...payloadKeys, ...rows.map(subkeyOf)].map(sorted),
    pfm_targets: ['system', 'user'],
    pfm_title: 'Vigil',
    pfm_unique: true,
    pfm_version: 1,
  })}\n`;
}

/** When a manifest was changed, by its own word; null where it does not tell. */
export function dateOf(manifest: string): Date | null {
  const date = /<key>pfm_last_modified<\/key>\s*<date>([^<]+)<\/date>/.exec(manifest)?.[1];
  const read = new Date(date ?? '');
  return Number.isNaN(read.getTime()) ? null : read;
}

/** As such manifests are kept. */
function sorted(subkey: Subkey): Subkey {
  return Object.fromEntries(Object.entries(subkey).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function subkeyOf(row: Row): Subkey {
  const { name, title, description, since, type, minimum, maximum, pattern, properties } = row;
  const asIs = (text: string) => text;
  const choices = choicesOf(row);
  return {
    ...(choices.length === 0
      ? {}
      : {
          pfm_range_list: choices.map(([value]) => value),
          pfm_range_list_titles: choices.map(([, choice]) => choice),
        }),
    ...(minimum === undefined ? {} : { pfm_range_min: minimum }),
    ...(maximum === undefined ? {} : { pfm_range_max: maximum }),
    ...(pattern === undefined ? {} : { pfm_format: pattern }),
    ...(properties === undefined ? {} : { pfm_subkeys: Object.entries(properties).map(innerOf) }),
    ...(typeof row.default === 'object' ? {} : { pfm_default: row.default }),
    pfm_app_min: since,
    pfm_description: description,
    pfm_name: name,
    pfm_note: `${valuesText(row, asIs)}. Default: ${defaultText(row, asIs)}.`,
    pfm_title: title,
    pfm_type: type === 'object' ? 'dictionary' : type,
  };
}

function innerOf([name, { title, pattern, values }]: readonly [string, TextRow]): Subkey {
  return {
    pfm_description: values,
    pfm_format: pattern,
    pfm_name: name,
    pfm_title: title,
    pfm_type: 'string',
  };
}

/** What every payload has. */
const payloadKeys: readonly Subkey[] = [
  payloadKey('PayloadDescription', 'What is shown of the payload in System Settings.', 'Settings of Vigil'),
  payloadKey('PayloadDisplayName', 'Name of the payload in System Settings.', 'Vigil', true),
  payloadKey('PayloadIdentifier', 'Identifier of the payload, unique within the profile.', domain, true),
  payloadKey('PayloadType', 'The domain of the settings.', domain, true),
  {
    ...payloadKey('PayloadUUID', 'Any UUID that no other payload has.', undefined, true),
    pfm_format: '^[0-9A-Fa-f]{8}-([0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}$',
  },
  { ...payloadKey('PayloadVersion', 'The version of the payload.', 1, true), pfm_range_list: [1] },
  payloadKey('PayloadOrganization', 'Name of the organization that provides the payload.'),
];

function payloadKey(
  name: string,
  description: string,
  initial?: string | number,
  isRequired = false,
): Subkey {
  return {
    ...(initial === undefined ? {} : { pfm_default: initial }),
    pfm_description: description,
    pfm_name: name,
    ...(isRequired ? { pfm_require: 'always' } : {}),
    pfm_title: name.replace(/^Payload/, 'Payload ').replace(/(?<=[a-z])(?=[A-Z])/g, ' '),
    pfm_type: typeof initial === 'number' ? 'integer' : 'string',
  };
}
