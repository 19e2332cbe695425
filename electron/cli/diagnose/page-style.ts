import type { Html } from './html.ts';

/** The look of the page: light and dark, on screens of any width and on paper. */
export const pageStyle: Html = {
  html: `
:root { --ground: #fff; --text: #1d1d1f; --muted: #5c5c61; --line: #d6d6da; --box: #f5f5f7;
  --good: #1c7c3c; --bad: #c81e1e; --cause: #a35c00; }
@media screen and (prefers-color-scheme: dark) {
  :root { --ground: #1e1e1e; --text: #f5f5f7; --muted: #a8a8ad; --line: #48484c; --box: #2a2a2c;
    --good: #5fd38a; --bad: #ff7a70; --cause: #ffb547; }
}
body { margin: 0; background: var(--ground); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
main, footer { max-width: 920px; margin: 0 auto; padding: 16px 20px; }
h1 { font-size: 26px; margin: 8px 0 16px; }
h2 { font-size: 20px; margin: 32px 0 8px; }
h3 { font-size: 16px; margin: 0 0 6px; }
h4 { font-size: 14px; margin: 12px 0 2px; }
p, ol, ul { margin: 4px 0; }
article { margin: 12px 0; padding: 14px 16px; border: 1px solid var(--line); border-radius: 8px; break-inside: avoid; }
.confidence { padding: 1px 8px; border: 1px solid var(--line); border-radius: 9px; font-size: 12px; font-weight: normal;
  white-space: nowrap; }
.place, footer, i { color: var(--muted); font-size: 13px; overflow-wrap: anywhere; }
pre { margin: 2px 0 8px; padding: 8px 10px; border-radius: 6px; background: var(--box); font-size: 12px;
  white-space: pre-wrap; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; font-size: 13px; font-variant-numeric: tabular-nums; }
th, td { padding: 4px 8px 4px 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top;
  overflow-wrap: anywhere; }
td:first-child { white-space: nowrap; }
tr { break-inside: avoid; }
tr.signed-in td:nth-child(2) { color: var(--good); }
tr.failed td:nth-child(2) { color: var(--bad); }
tr.cause td:nth-child(2) { color: var(--cause); }
svg { width: 100%; height: auto; font-size: 13px; fill: var(--text); }
svg .lane { stroke: var(--line); }
svg .time { fill: var(--muted); font-size: 12px; }
svg .signed-in { fill: var(--good); }
svg .failed { fill: none; stroke: var(--bad); stroke-width: 2.5; }
svg .cause { fill: var(--cause); }
@media print { body { font-size: 11pt; } main, footer { max-width: none; padding: 0; } }
`,
};
