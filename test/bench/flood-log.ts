// node flood-log.ts REPORT-FILE stream|show …
// Stands in for `log` in a flood: `stream` prints as many relevant lines a second as LINES_A_SECOND says, for SECONDS.
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { linesPerSecond, seconds } from './flood-size.ts';

const [report = '', command] = process.argv.slice(2);
const beatMs = 20;
const linesPerBeat = (linesPerSecond * beatMs) / 1000;
const messages = [
  'TID=7 MSAL 1.2.14 Mac 14.5.0 [2026-11-25 12:00:00] Account parameter cannot be nil',
  'TID=7 MSAL 1.2.14 Mac 14.5.0 [2026-11-25 12:00:00] Failed to find keychain item (status: -25308)',
  'TID=7 MSAL 1.2.14 Mac 14.5.0 [2026-11-25 12:00:00] Throttle decision: YES',
  'TID=7 MSAL 1.2.14 Mac 14.5.0 [2026-11-25 12:00:00] acquireTokenSilent returning with error: (MSALErrorDomain, -50002) Masked(not-null)',
];

if (command === 'stream') {
  process.stdout.write('Filtering the log data using "subsystem CONTAINS jamfAAD"\n');
  await flood();
  // The real one goes on until it is stopped.
  await delay(600_000);
}

async function flood(): Promise<void> {
  const begin = performance.now();
  for (let beat = 0; beat < (seconds * 1000) / beatMs; beat += 1) {
    const lines = Array.from({ length: linesPerBeat }, (_, i) => line(beat * linesPerBeat + i + 1));
    if (!process.stdout.write(lines.join(''))) await once(process.stdout, 'drain');
    const aheadMs = (beat + 1) * beatMs - (performance.now() - begin);
    if (aheadMs > 0) await delay(aheadMs);
  }
  writeFileSync(report, JSON.stringify({ tookMs: performance.now() - begin }));
}

function line(number: number): string {
  return `${JSON.stringify({
    messageType: 'Error',
    eventType: 'logEvent',
    userID: 501,
    subsystem: 'com.jamf.management.jamfAAD',
    category: 'msal',
    threadID: 4242,
    bootUUID: '6F1B9C52-3A77-5D0E-9D4E-2B8A31C5E7F0',
    processImagePath: '/Library/Application Support/JAMF/Jamf.app/Jamf Conditional Access',
    timestamp: `${new Date().toISOString().replace('T', ' ').replace('Z', '000')}+0000`,
    machTimestamp: number,
    eventMessage: messages[number % messages.length],
    processID: 4242,
  })}\n`;
}
