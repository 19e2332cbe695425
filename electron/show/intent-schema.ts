import { z } from 'zod';
import type { Intent, ReportAsked } from '../contract.ts';

/** The intents as they may arrive: types vanish at run time, and a page that was taken over sends anything. */
export const intentSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('reactivate') }),
  z.strictObject({ kind: z.literal('sign-in-now'), confirmed: z.boolean() }),
  z.strictObject({ kind: z.literal('stop') }),
  z.strictObject({ kind: z.literal('allow-notifications') }),
  z.strictObject({ kind: z.literal('copy-report') }),
  z.strictObject({ kind: z.literal('close') }),
]) satisfies z.ZodType<Intent>;

export const reportSchema = z.strictObject({ network: z.boolean() }) satisfies z.ZodType<ReportAsked>;
