/** What a stand-in stands for. It begins with this word: `user-1`, `host-1`, `id-3`. */
export type SecretKind =
  | 'user'
  | 'host'
  | 'serial'
  | 'home'
  | 'account'
  | 'id'
  | 'ip'
  | 'mac'
  | 'token'
  | 'query';

/** The stand-in for a secret, in whichever spelling: the same secret has the same one within one report. */
export type Pseudonyms = (kind: SecretKind, secret: string) => string;

export function createPseudonyms(): Pseudonyms {
  const known = new Map<SecretKind, Map<string, string>>();
  return (kind, secret) => {
    const ofKind = known.get(kind) ?? new Map<string, string>();
    known.set(kind, ofKind);
    const key = decoded(secret).normalize('NFC').toLowerCase();
    const pseudonym = ofKind.get(key) ?? `${kind}-${ofKind.size + 1}`;
    ofKind.set(key, pseudonym);
    return pseudonym;
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A per cent sign that encodes nothing.
    return text;
  }
}
