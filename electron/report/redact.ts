import { nameRules, type Secrets } from './names.ts';
import { applyRules } from './pieces.ts';
import { createPseudonyms } from './pseudonyms.ts';
import {
  accountRule,
  addressRules,
  blobRules,
  homeRule,
  keepRule,
  tokenRules,
  urlRule,
  uuidRule,
} from './rules.ts';

declare const proof: unique symbol;
/** A text that may leave this Mac. Only a redactor makes one, so that nothing else gets into a report by mistake. */
export type Redacted = string & { readonly [proof]: 'redacted' };

/** Puts stand-ins in place of the secrets in a text: the same for the same secret, however often it is called. */
export type Redactor = (text: string) => Redacted;

/**
 * A redactor for one report. What names a person, a Mac, a tenant, a network or a token goes; times, codes and the ids that
 * join the report with Entra's logs (`correlationIds`, and those that stand where such ids do) stay.
 */
export function createRedactor(secrets: Secrets, correlationIds: Iterable<string>): Redactor {
  const pseudonyms = createPseudonyms();
  const names = nameRules(secrets, pseudonyms);
  // What is found first is settled: a rule comes before those that could take a part of what it knows, or break it.
  const rules = [
    urlRule(pseudonyms),
    ...tokenRules(pseudonyms),
    uuidRule(pseudonyms, new Set(Array.from(correlationIds, (id) => id.toLowerCase()))),
    accountRule(pseudonyms),
    ...names.long,
    keepRule,
    ...addressRules(pseudonyms),
    ...names.short,
    homeRule(pseudonyms),
    ...blobRules(pseudonyms),
  ];
  return (text) => applyRules(text.toWellFormed(), rules) as Redacted;
}
