/**
 * The figures of the domain. Sources: the published guide "Jamf Conditional Access Prompts and Troubleshooting
 * Deactivation" unless said otherwise.
 */
export const secondMs = 1000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** A sign-in younger than this is not repeated. */
export const windowMs = 2 * hourMs;
/** The LaunchAgent runs every 15 minutes; used where its plist does not tell. */
export const usualIntervalMs = 15 * minuteMs;
/** What the agent's run may be late (launchd, App Nap) before Vigil calls it overdue. Our choice. */
export const graceMs = 5 * minuteMs;
/** A sign-in this far ahead of the clock makes no sense; less is a clock that was just corrected. Our choice. */
export const futureToleranceMs = 5 * minuteMs;
/** cfprefsd writes the plist a while after the agent has ended. Our choice. */
export const settleMs = 10 * secondMs;
/** A silent sign-in is over long before this; an agent that still runs has a window open. Our choice. */
export const windowWaitingMs = minuteMs;
/** MSAL answers a repeated silent request from its cache for 120 s (MSAL throttling sources). */
export const throttleMs = 2 * minuteMs;
/** The log is followed from this long before the lapse. */
export const followLogAheadMs = minuteMs;
/** A gap between two sign-ins that shows a recurring one: the window plus at most one agent interval and some seconds. */
export const recurringGapMs = {
  min: 7200 * secondMs,
  max: 8400 * secondMs,
} as const;
/** How long evidence keeps a Mac "at risk". */
export const failureRiskMs = dayMs;
export const deactivationRiskMs = 5 * dayMs;
/** How long the result of an attempt is shown once it was looked at, how long before, and how long its notification stands. */
export const resultShownMs = hourMs;
export const unseenResultShownMs = dayMs;
export const resultNotifiedMs = 10 * minuteMs;
/** Why nothing was started is old news soon: the person is at the Mac and may have mended it. */
export const refusalShownMs = 2 * minuteMs;
/** How old the facts without events may become: while the agent runs, while a run is expected, is late, or is far. */
export const freshMs = {
  running: 5 * secondMs,
  expecting: 30 * secondMs,
  late: minuteMs,
  resting: 15 * minuteMs,
} as const;
