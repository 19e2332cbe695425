import type { PersonFact } from '../assess/facts.ts';
import { outputOf } from './run.ts';

/** Whose session this is. The uid is asked of the Mac, which may be a simulated one, not of this process. */
export async function readPerson(id: string, userName: string): Promise<PersonFact> {
  const output = (await outputOf(id, ['-u']))?.trim() ?? '';
  return { uid: /^\d{1,10}$/.test(output) ? Number(output) : null, userName };
}
