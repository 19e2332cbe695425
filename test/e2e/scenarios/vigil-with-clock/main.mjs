// Vigil as it is built, on a Mac whose clock a test can put ahead: some things only show after minutes or hours.
const now = Date.now;
Date.now = () => now() + (globalThis.clockAheadMs ?? 0);
await import('../../../../out/main/main.js');
