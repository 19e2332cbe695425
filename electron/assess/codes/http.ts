import type { CodeCategory, Explained } from './code-table.ts';

/** What a status of HTTP means on the way to Entra. */
export function explainHttp(status: number): Explained {
  return { family: 'http', code: status, name: `HTTP ${status}`, acts: 'it', ...meaningOf(status) };
}

function meaningOf(status: number): { readonly category: CodeCategory; readonly meaning: string } {
  if (status === 429) return { category: 'throttled', meaning: 'Too many requests: Entra asks to wait.' };
  if (status === 407) return { category: 'interference', meaning: 'A proxy wants to know who is asking.' };
  if (status === 403 || status === 404) {
    return { category: 'interference', meaning: 'Something on the way refused, or Entra has no such page.' };
  }
  if (status >= 500) return { category: 'server', meaning: 'The sign-in host has a fault.' };
  return { category: 'unknown', meaning: `Vigil does not know what HTTP ${status} means here.` };
}
