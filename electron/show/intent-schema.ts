import { z } from 'zod';
import type { PreferenceChange } from '../assess/preferences.ts';
import type { Intent, ReportAsked } from '../contract.ts';
import { languages } from '../words/languages.ts';

const preferenceSchema = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('WarnBeforeLapse'), value: z.enum(['always', 'atRisk', 'never']) }),
  z.strictObject({ name: z.literal('Language'), value: z.enum(['', ...languages]) }),
  z.strictObject({ name: z.literal('OpenAtLogin'), value: z.boolean() }),
]) satisfies z.ZodType<PreferenceChange>;

/** The intents as they may arrive: types vanish at run time, and a page that was taken over sends anything. */
export const intentSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reactivate') }),
  z.strictObject({ kind: z.literal('sign-in-now'), confirmed: z.boolean() }),
  z.strictObject({ kind: z.literal('stop') }),
  z.strictObject({ kind: z.literal('allow-notifications') }),
  z.strictObject({ kind: z.literal('copy-report') }),
  z.strictObject({ kind: z.literal('open-help'), what: z.enum(['contact', 'page', 'registration']) }),
  z.strictObject({ kind: z.literal('set-preference'), change: preferenceSchema }),
  z.strictObject({ kind: z.literal('close') }),
]) satisfies z.ZodType<Intent>;

export const reportSchema = z.strictObject({ network: z.boolean() }) satisfies z.ZodType<ReportAsked>;
