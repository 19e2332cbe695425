import { createHash } from 'node:crypto';

/** Made once for Vigil's payloads, and never changed. */
const namespace = '5D0C6E2A-6B0B-4C52-9E43-0B5B5C3C7E11';

/** The UUID of a payload, by its identifier: the same for ever, so that a profile replaces the one before (RFC 9562, v5). */
export function payloadUuid(identifier: string): string {
  const bytes = Buffer.from(namespace.replaceAll('-', ''), 'hex');
  const hash = createHash('sha1').update(bytes).update(identifier).digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const digits = hash.toString('hex', 0, 16).toUpperCase();
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
