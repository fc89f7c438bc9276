import type { Overview } from '#domain/overview/overview.ts';
import { daysBetween } from '#domain/values/date.ts';
import { usePhasePosition } from '#web/features/overview/phase-position.ts';
import { useLanguage } from '#web/i18n/text.ts';
import * as overviewStyles from '#web/features/overview/overview.module.css';

/** The height of a lane of phases, in px: a bar, a name and years. */
const laneHeight = 46;
/** The smallest width of the strip, that of a phone, in px. */
const narrowest = 340;
/** A length in px of text of 12 px, which grows with the text. */
const grow = (px: number): string => `${px / 12}em`;
const percent = (share: number): string => `${Number((share * 100).toFixed(3))}%`;
const years = (start: string, end: string): string =>
  start.slice(0, 4) === end.slice(0, 4)
    ? start.slice(0, 4)
    : `${start.slice(0, 4)}–${end.slice(0, 4)}`;

/**
 * The approximate width of a name at 12 px: an em for Han and kana, less for other letters. The
 * table of exact widths would add a kilobyte to the first view.
 */
const nameWidth = (name: string): number =>
  [...name].reduce((width, character) => width + (character < '\u2e80' ? 6.4 : 12), 0);

/** The names below each other, for text that is too large for the strip. */
function PhaseNames({ phases }: Pick<Overview, 'phases'>) {
  const language = useLanguage();
  return (
    <ul className={overviewStyles.phaseNames}>
      {phases.map((phase) => (
        <li key={phase.id}>
          {phase.name[language]} {years(phase.start, phase.end)}
        </li>
      ))}
    </ul>
  );
}

/**
 * The phases on one line of time, with the elapsed part and the displayed day. All x are shares of
 * the width.
 */
export function PhaseStrip({ overview }: { readonly overview: Overview }) {
  const language = useLanguage();
  const { phases, as_of: day } = overview;
  const position = usePhasePosition(overview);
  if (position === undefined) return null;
  const { title, whole, at, isWithin, lanes } = position;
  const moreLanes = Math.max(...lanes);
  return (
    <div className={overviewStyles.phaseBox} data-words>
      <svg
        className={overviewStyles.phases}
        width="100%"
        height={grow(76 + moreLanes * laneHeight)}
        role="img"
        aria-label={title}
      >
        <text x="0" y={grow(18)} className={`${overviewStyles.primary} ${overviewStyles.bold}`}>
          {title}
        </text>
        {phases.map((phase, index) => {
          const from = at(phase.start);
          const width = (daysBetween(phase.start, phase.end) + 1) / whole;
          const current = phase.start <= day && day <= phase.end;
          const lane = lanes[index] ?? 0;
          const top = lane * laneHeight;
          // A short phase's name may extend into the next phase at the smallest width: the next
          // name then starts later.
          const before = phases.slice(0, index).findLast((_, other) => lanes[other] === lane);
          const over =
            before === undefined
              ? 0
              : nameWidth(before.name[language]) +
                10 -
                ((daysBetween(before.start, before.end) + 1) / whole) * narrowest;
          const shift = from > 0 ? Math.max(3, over) : 0;
          return (
            <g key={phase.id}>
              <rect
                x={percent(from)}
                y={grow(top + 30)}
                width={percent(width)}
                height={grow(8)}
                fill="var(--stage-1)"
              />
              {phase.elapsed > 0 ? (
                <rect
                  x={percent(from)}
                  y={grow(top + 30)}
                  width={percent(width * Math.min(1, phase.elapsed))}
                  height={grow(8)}
                  fill="var(--accent)"
                />
              ) : null}
              {from > 0 ? (
                <line
                  x1={percent(from)}
                  x2={percent(from)}
                  y1={grow(top + 29)}
                  y2={grow(top + 39)}
                  stroke="var(--bg)"
                  strokeWidth="3"
                />
              ) : null}
              <text
                x={percent(from)}
                dx={grow(shift)}
                y={grow(top + 55)}
                className={current ? `${overviewStyles.primary} ${overviewStyles.bold}` : undefined}
              >
                {phase.name[language]}
              </text>
              <text
                x={percent(from)}
                dx={grow(shift)}
                y={grow(top + 71)}
                className={overviewStyles.tertiary}
              >
                {years(phase.start, phase.end)}
              </text>
            </g>
          );
        })}
        {isWithin ? (
          <line
            x1={percent(at(day))}
            x2={percent(at(day))}
            y1={grow(23)}
            y2={grow(41 + moreLanes * laneHeight)}
            stroke="var(--ink)"
            strokeWidth="1.5"
          />
        ) : null}
      </svg>
      <PhaseNames phases={phases} />
      {overview.phase_note === undefined ? null : (
        <p className={overviewStyles.phaseNote}>{overview.phase_note[language]}</p>
      )}
    </div>
  );
}
