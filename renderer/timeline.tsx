import { useContext } from 'react';
import { useIntl } from 'react-intl';
import { message } from '../electron/words/catalog.ts';
import { say } from '../electron/words/speech.ts';
import type { Mark, TimelineLine, TimelineWords } from '../electron/words/timeline-words.ts';
import { NowContext, Say } from './say.tsx';
import { layOut, picture, type Tick } from './timeline-layout.ts';

/** What happened in the last 24 hours: a picture, and the same as a list, the newest first. */
export function Timeline({ words }: { readonly words: TimelineWords }) {
  if (words.lines.length === 0) {
    return (
      <p className="hint">
        <Say message={words.alternative} />
      </p>
    );
  }
  return (
    <>
      <Picture words={words} />
      <Lines lines={words.lines} />
    </>
  );
}

function Picture({ words }: { readonly words: TimelineWords }) {
  const intl = useIntl();
  const { width, height, left, right, trackY } = picture;
  const clock = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: intl.timeZone,
  });
  const { marks, off, ticks } = layOut(words, (at) => clock.format(at));
  return (
    <svg
      className="timeline-picture"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={say(intl, words.alternative, useContext(NowContext))}
    >
      <path className="track" d={`M${left} ${trackY}H${right}`} />
      {off.map(([from, to]) => (
        <path key={from} className="off" d={`M${from} ${trackY}H${to}`} />
      ))}
      {ticks.map((tick) => (
        <Hour key={tick.at} tick={tick} />
      ))}
      <text className="hour now" x={right} y={height - 3} textAnchor="end">
        <Say message={message('timeline.now')} />
      </text>
      {marks.map(({ x, y, mark }) => (
        <MarkShape key={`${x} ${y}`} mark={mark} transform={`translate(${x} ${y})`} />
      ))}
    </svg>
  );
}

function Hour({ tick: { x, at, isLabelled } }: { readonly tick: Tick }) {
  const { formatTime } = useIntl();
  return (
    <>
      <path className="tick" d={`M${x} ${picture.trackY + 6}v4`} />
      {isLabelled && (
        <text className="hour" x={x} y={picture.height - 3} textAnchor="middle">
          {formatTime(at, { timeStyle: 'short' })}
        </text>
      )}
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly TimelineLine[] }) {
  return (
    <ol className="moments">
      {lines.map(({ mark, time, text }) => (
        <li key={`${text.id} ${JSON.stringify(time.values)}`}>
          <svg viewBox="-7 -7 14 14" aria-hidden="true">
            <MarkShape mark={mark} />
          </svg>
          <span className="time">
            <Say message={time} />
          </span>
          <Say message={text} />
        </li>
      ))}
    </ol>
  );
}

const shapes: Readonly<Record<Mark, string>> = {
  // A dot, a ring, a cross, a triangle, a bar.
  good: 'M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z',
  back: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z',
  off: 'M-3.5 -3.5L3.5 3.5M-3.5 3.5L3.5 -3.5',
  trouble: 'M0 -4.2L4.6 3.8H-4.6Z',
  note: 'M0 -3.5V3.5',
};

function MarkShape({ mark, transform }: { readonly mark: Mark; readonly transform?: string }) {
  return <path className="mark" data-mark={mark} d={shapes[mark]} transform={transform} />;
}
