import { message } from '../../words/catalog.ts';
import { actor, type FindingText, type Tell } from '../../words/finding-text.ts';
import { type Speech, say } from '../../words/speech.ts';
import type { LogDiagnosis } from './diagnosis-of-logs.ts';
import { type Html, html } from './html.ts';
import { pageStyle } from './page-style.ts';
import { type EntryText, type FileText, fileColumns, reportWords } from './report-words.ts';
import { timelineSvg } from './timeline-svg.ts';

/** The newest entries of the timeline that the page lists. */
const mostEntries = 1_000;

/**
 * The diagnosis as one page that needs nothing else: no scripts, nothing from the network, and its policy says so, for
 * everything in it comes from files that anybody may have written.
 */
export function pageOf(speech: Speech, diagnosis: LogDiagnosis, vigilVersion: string): string {
  const tell: Tell = (text) => say(speech, text, 0);
  const { files, findings, timeline, notes } = reportWords(speech, diagnosis);
  const title = tell(message('diagnose.title'));
  const page = html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${pageStyle}</style>
<main>
<h1>${title}</h1>
${diagnosis.picture === null ? html`` : timelineSvg(diagnosis.picture, tell)}
<h2>${tell(message('diagnose.findings'))}</h2>
${findings.length === 0 ? html`<p>${tell(message('diagnose.no-findings'))}</p>` : findings.map((finding) => findingPart(finding, tell))}
${list(tell(message('diagnose.notes')), notes)}
<h2>${tell(message('diagnose.files'))}</h2>
${filesTable(files, tell)}
<h2>${tell(message('diagnose.timeline'))}</h2>
${timelineTable(timeline, tell)}
</main>
<footer>${tell(message('diagnose.footer', { version: vigilVersion }))}</footer>
</html>
`;
  return page.html;
}

function findingPart(finding: FindingText, tell: Tell): Html {
  const { person, it, confidence, because, cured, codes, steps, entra, evidence } = finding;
  return html`<article>
<h3>${it} <span class="confidence">${confidence}</span></h3>
<p>${because}${cured === null ? '' : ` ${cured}`}</p>
<p>${tell(message('diagnose.user'))}: ${person}</p>
${list(tell(message('diagnose.codes')), codes)}
<h4>${tell(message('diagnose.steps'))}</h4>
<ol>${steps.map(({ by, text, cost }) => html`<li><b>${tell(actor(by))}:</b> ${text} <i>${cost}</i></li>`)}</ol>
${list(
  tell(message('diagnose.entra')),
  entra.map(({ label, value }) => `${label}: ${value}`),
)}
${evidence.length === 0 ? html`` : html`<h4>${tell(message('diagnose.evidence'))}</h4>`}
${evidence.map(({ time, place, line }) => html`<p class="place">${time} · ${place}</p><pre>${line}</pre>`)}
</article>
`;
}

function list(heading: string, items: readonly string[]): Html {
  if (items.length === 0) return html``;
  return html`<h4>${heading}</h4><ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

function filesTable(files: readonly FileText[], tell: Tell): Html {
  const columns = ['file', ...fileColumns] as const;
  const head = ['diagnose.file', ...fileColumns.map((column) => `diagnose.${column}` as const)] as const;
  return html`<table>
<tr>${head.map((id) => html`<th>${tell(message(id))}</th>`)}</tr>
${files.map(
  (file) => html`<tr>${columns.map((column) => html`<td>${file[column]}</td>`)}</tr>
`,
)}</table>`;
}

function timelineTable(timeline: readonly EntryText[], tell: Tell): Html {
  if (timeline.length === 0) return html`<p>${tell(message('diagnose.no-events'))}</p>`;
  const left = timeline.length - mostEntries;
  return html`${left > 0 ? html`<p>${tell(message('diagnose.earlier', { count: String(left) }))}</p>` : html``}
<table>
<tr>${(['when', 'what', 'where'] as const).map((id) => html`<th>${tell(message(`diagnose.${id}`))}</th>`)}</tr>
${timeline.slice(-mostEntries).map(
  ({
    time,
    lane,
    what,
    place,
  }) => html`<tr class="${lane}"><td>${time}</td><td>${what}</td><td>${place}</td></tr>
`,
)}</table>`;
}
