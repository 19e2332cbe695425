/** What no Mac logs, and Vigil withstands. */
export const linesPerSecond = 20_000;
export const seconds = 60;
