import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logStyles } from '../../../../electron/sense/exported-log/exported-record.ts';
import { logOf, notAppSso, other, signedIn, silentFailed } from './log-samples.ts';
import { scan } from './scan.ts';

describe.each(logStyles)('in %s style', (style) => {
  it('the same records are found, on the same lines, wherever one window ends and the next begins', () => {
    const loss = { ...other, eventType: 'lossEvent' };
    const log = Buffer.from(
      logOf(style, [other, notAppSso, loss, signedIn, { ...silentFailed, message: 'jamfAAD é 🦉' }]),
    );
    const whole = scan(log, style, []);
    expect(whole.candidates).toHaveLength(3);
    const lengths = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1 });
    fc.assert(
      fc.property(lengths, (some) => {
        expect(scan(log, style, some)).toEqual(whole);
      }),
    );
  });
});
