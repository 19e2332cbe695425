import fc from 'fast-check';
import { expect, test } from 'vitest';
import { intentSchema } from '../../../electron/show/intent-schema.ts';

const intents = [
  { kind: 'reactivate' },
  { kind: 'sign-in-now', confirmed: false },
  { kind: 'sign-in-now', confirmed: true },
  { kind: 'stop' },
  { kind: 'allow-notifications' },
  { kind: 'close' },
] as const;

test.each(intents)('%o is an intent', (intent) => {
  expect(intentSchema.parse(intent)).toEqual(intent);
});

test.each([
  [undefined],
  [null],
  ['reactivate'],
  [{}],
  [{ kind: 'reactivate', path: '/bin/sh' }],
  [{ kind: 'sign-in-now' }],
  [{ kind: 'sign-in-now', confirmed: 'yes' }],
  [{ kind: 'open', url: 'https://example.com' }],
  [[{ kind: 'stop' }]],
])('%o is refused', (payload) => {
  expect(intentSchema.safeParse(payload).success).toBe(false);
});

test('whatever arrives is either one of the intents, exactly, or refused', () => {
  fc.assert(
    fc.property(fc.anything(), (payload) => {
      const parsed = intentSchema.safeParse(payload);
      return (
        !parsed.success || intents.some((intent) => JSON.stringify(intent) === JSON.stringify(parsed.data))
      );
    }),
  );
});
