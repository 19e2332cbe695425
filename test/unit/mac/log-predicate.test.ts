import { describe, expect, it } from 'vitest';
import { parsePredicate } from '../../mac/executables/log-predicate.ts';

const record = {
  subsystem: 'com.jamf.management.jamfAAD',
  category: 'msal',
  eventMessage: 'Say "hello"',
  processImagePath: '/Library/Jamf Conditional Access',
  messageType: 'Error',
  processID: 42,
};

describe('the predicate of log', () => {
  it.each([
    ['subsystem CONTAINS "jamfAAD"', true],
    ['subsystem CONTAINS "jamfaad"', false],
    ['subsystem CONTAINS[c] "jamfaad"', true],
    ['subsystem BEGINSWITH "com.apple.AppSSO" OR subsystem CONTAINS "jamfAAD"', true],
    ['subsystem BEGINSWITH "com.jamf" AND category == "workflow"', false],
    ['subsystem BEGINSWITH "com.jamf" && (category == "workflow" || category == "msal")', true],
    // AND binds tighter than OR.
    ['category == "msal" OR category == "x" AND category == "y"', true],
    ['NOT category == "msal"', false],
    ['category != "msal"', false],
    ["process ENDSWITH 'Access'", true],
    ['process == "Jamf Conditional Access" and processID = 42', true],
    ['messageType == Error', true],
    [String.raw`eventMessage CONTAINS "\"hello\""`, true],
    ['senderImagePath == ""', true],
  ])('%s: %s', (text, expected) => {
    expect(parsePredicate(text)(record)).toBe(expected);
  });

  it.each([
    '',
    'subsystem',
    'subsystem ==',
    'subsystem CONTAINS "jamfAAD" OR',
    'subsystem CONTAINS "jamfAAD',
    'subsystem LOOKSLIKE "jamfAAD"',
    'colour == "red"',
    '(subsystem == "a"',
    'subsystem == "a") OR (category == "b"',
    'subsystem == "a" category == "b"',
    'toString == "a"',
  ])('refuses %j', (text) => {
    expect(() => parsePredicate(text)).toThrow(/^Bad predicate/);
  });
});
