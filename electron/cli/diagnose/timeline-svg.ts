import { type Message, message } from '../../words/catalog.ts';
import { type Html, html } from './html.ts';
import { localTime } from './local-time.ts';
import { lanes } from './timeline.ts';
import { type Mark, slots, type TimelinePicture } from './timeline-picture.ts';

const width = 900;
const left = 130;
const right = 20;
const laneHeight = 34;
const top = 14;
const height = top + lanes.length * laneHeight + 34;
/** The picture: a row for each lane, a mark for each stretch of time in which there was something. */
export function timelineSvg(picture: TimelinePicture, tell: (text: Message) => string): Html {
  const { fromAt, toAt, marks } = picture;
  return html`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${alternative(picture, tell)}">
${lanes.map((lane, i) => laneRow(tell(message(`lane.${lane}`)), i))}
${marks.map(markShape)}
${ticks(fromAt, toAt)}
</svg>`;
}

function alternative({ fromAt, toAt, counts }: TimelinePicture, tell: (text: Message) => string): string {
  return tell(
    message('diagnose.picture', {
      from: localTime(fromAt),
      to: localTime(toAt),
      good: String(counts['signed-in']),
      failed: String(counts.failed),
      causes: String(counts.cause),
    }),
  );
}

function laneRow(label: string, index: number): Html {
  const y = laneY(index);
  return html`<text x="0" y="${y + 4}">${label}</text><line class="lane" x1="${left}" x2="${width - right}" y1="${y}" y2="${y}"/>`;
}

/** Different in shape, so that colour is not needed to tell them apart. */
function markShape({ lane, slot, count, fromAt }: Mark): Html {
  const x = left + (slot / slots) * (width - left - right);
  const y = laneY(lanes.indexOf(lane));
  const r = Math.min(10, 4 + Math.log2(count + 1));
  const title = html`<title>${localTime(fromAt)} ×${count}</title>`;
  switch (lane) {
    case 'signed-in':
      return html`<circle class="signed-in" cx="${round(x)}" cy="${y}" r="${round(r)}">${title}</circle>`;
    case 'failed':
      return html`<path class="failed" d="${cross(x, y, r)}">${title}</path>`;
    case 'cause':
      return html`<path class="cause" d="${diamond(x, y, r)}">${title}</path>`;
  }
}

function cross(x: number, y: number, r: number): string {
  const [l, t, e, b] = [x - r, y - r, x + r, y + r].map(round);
  return `M${l} ${t}L${e} ${b}M${l} ${b}L${e} ${t}`;
}

function diamond(x: number, y: number, r: number): string {
  return `M${round(x)} ${round(y - r)}L${round(x + r)} ${y}L${round(x)} ${round(y + r)}L${round(x - r)} ${y}Z`;
}

function ticks(fromAt: number, toAt: number): readonly Html[] {
  const y = laneY(lanes.length - 1) + laneHeight;
  return [0, 0.5, 1].map((share) => {
    const x = left + share * (width - left - right);
    const anchor = ['start', 'middle', 'end'][share * 2] ?? 'middle';
    const time = localTime(fromAt + share * (toAt - fromAt)).slice(0, -3);
    return html`<text class="time" x="${round(x)}" y="${y}" text-anchor="${anchor}">${time}</text>`;
  });
}

function laneY(index: number): number {
  return top + (index + 0.5) * laneHeight;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
