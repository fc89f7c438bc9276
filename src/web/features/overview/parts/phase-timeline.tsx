import type { Overview } from '#domain/overview/overview.ts';
import { daysBetween } from '#domain/values/date.ts';
import { usePhasePosition } from '#web/features/overview/phase-position.ts';
import type { Language } from '#domain/values/language.ts';
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

type Phases = Overview['phases'];
type Position = NonNullable<ReturnType<typeof usePhasePosition>>;

/**
 * Computes how far the name of a phase stands right of its bar, in px. A short phase's name may
 * extend into the next phase at the smallest width: the next name then starts later.
 */
function shiftName(
  phases: Phases,
  { at, whole, lanes }: Position,
  index: number,
  language: Language,
) {
  const phase = phases[index];
  if (phase === undefined || at(phase.start) <= 0) return 0;
  const before = phases
    .slice(0, index)
    .findLast((_, other) => lanes[other] === (lanes[index] ?? 0));
  if (before === undefined) return 3;
  const width = ((daysBetween(before.start, before.end) + 1) / whole) * narrowest;
  return Math.max(3, nameWidth(before.name[language]) + 10 - width);
}

/** The bar of a phase with its elapsed part, its name and its years. `shift` is that of its name. */
function PhaseBar({
  phase,
  day,
  position,
  lane,
  shift,
}: {
  readonly phase: Phases[number];
  readonly day: string;
  readonly position: Position;
  readonly lane: number;
  readonly shift: number;
}) {
  const language = useLanguage();
  const from = position.at(phase.start);
  const width = (daysBetween(phase.start, phase.end) + 1) / position.whole;
  const isCurrent = phase.start <= day && day <= phase.end;
  const top = lane * laneHeight;
  const bar = { x: percent(from), y: grow(top + 30), height: grow(8) };
  const text = { x: percent(from), dx: grow(shift) };
  return (
    <g>
      <rect {...bar} width={percent(width)} fill="var(--stage-1)" />
      {phase.elapsed > 0 ? (
        <rect {...bar} width={percent(width * Math.min(1, phase.elapsed))} fill="var(--accent)" />
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
        {...text}
        y={grow(top + 55)}
        className={isCurrent ? `${overviewStyles.primary} ${overviewStyles.bold}` : undefined}
      >
        {phase.name[language]}
      </text>
      <text {...text} y={grow(top + 71)} className={overviewStyles.tertiary}>
        {years(phase.start, phase.end)}
      </text>
    </g>
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
  const { title, at, isWithin, lanes } = position;
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
        {phases.map((phase, index) => (
          <PhaseBar
            key={phase.id}
            phase={phase}
            day={day}
            position={position}
            lane={lanes[index] ?? 0}
            shift={shiftName(phases, position, index, language)}
          />
        ))}
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
