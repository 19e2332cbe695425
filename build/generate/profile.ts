import { build } from 'plist';
import { payloadUuid } from './payload-uuid.ts';
import { domain, type Row } from './rows.ts';

/**
 * A sample of a configuration profile: the domain itself is the payload's type, which Jamf Pro, Intune and others take as it
 * is, and which reads like the settings that it sets.
 */
export function sampleProfile(rows: readonly Row[]): string {
  const identifier = `${domain}.settings`;
  const examples = rows.flatMap(({ name, example }) => (example === undefined ? [] : [[name, example]]));
  return `${build({
    PayloadContent: [
      {
        ...Object.fromEntries(examples),
        PayloadDisplayName: 'Vigil settings',
        PayloadIdentifier: `${identifier}.${domain}`,
        PayloadType: domain,
        PayloadUUID: payloadUuid(`${identifier}.${domain}`),
        PayloadVersion: 1,
      },
    ],
    PayloadDescription: 'Settings of Vigil: a sample, to be changed before it is installed.',
    PayloadDisplayName: 'Vigil: settings',
    PayloadIdentifier: identifier,
    PayloadOrganization: 'Example Corp',
    PayloadScope: 'System',
    PayloadType: 'Configuration',
    PayloadUUID: payloadUuid(identifier),
    PayloadVersion: 1,
  })}\n`;
}
