import { textWidth } from '#charts/kit/style/font-advances.ts';
import { Label } from '#charts/kit/style/Ink.tsx';
import { ink } from '#charts/kit/style/tokens.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { usePhasePosition } from '#web/features/overview/phase-position.ts';
import { useLabels } from '#web/i18n/text.ts';
import { wallLabels } from './labels/index.ts';
import * as wallStyles from './wall.module.css';

/** Width of the phases, and of the headline beside them. */
const [phasesPx, headlinePx, small] = [540, 1200, 28];
const headlineSizes = [58, 50, 42, 36];

/** The size at which a headline has at most two lines, or three small ones. */
const headlineSize = (text: string, room: number): number =>
  headlineSizes.find((size) => textWidth(text, size, true) <= room * 1.85) ?? 30;

/** The position of the zone in its phases: the bar of time, and the end of each phase. */
function Phases({ overview }: { readonly overview: Overview }) {
  const wall = useLabels(wallLabels);
  const { phases, phase_now: now, as_of: day } = overview;
  const position = usePhasePosition(overview);
  if (position === undefined) return null;
  const at = (date: string) => position.at(date) * phasesPx;
  return (
    <section className={wallStyles.phases}>
      <p>{position.title}</p>
      <svg viewBox={`0 0 ${phasesPx} 78`} aria-hidden="true">
        {phases.map((phase) => {
          const [from, to] = [at(phase.start), at(phase.end)];
          const words = wall('until', { year: phase.end.slice(0, 4) });
          return (
            <g key={phase.id}>
              <rect
                x={from}
                y="8"
                width={Math.max(2, to - from - 4)}
                height="18"
                fill={ink('stage-1')}
              />
              <rect
                x={from}
                y="8"
                width={Math.max(0, to - from - 4) * Math.min(1, phase.elapsed)}
                height="18"
                fill={ink('accent')}
              />
              {textWidth(words, small) <= to - from - 10 ? (
                <Label
                  x={from}
                  y={64}
                  text={words}
                  size={small}
                  colour={phase.id === now?.id ? 'ink' : 'ink-3'}
                />
              ) : null}
            </g>
          );
        })}
        {position.isWithin ? (
          <line x1={at(day)} x2={at(day)} y1="0" y2="34" stroke={ink('ink')} strokeWidth="4" />
        ) : null}
      </svg>
    </section>
  );
}

/** The headline of the zone, and its phase. */
export function WallLead({
  statement,
  overview,
}: {
  readonly statement: string | undefined;
  readonly overview: Overview;
}) {
  if (statement === undefined && overview.phases.length === 0) return null;
  const room = overview.phases.length === 0 ? 1808 : headlinePx;
  return (
    <section className={wallStyles.lead}>
      {statement === undefined ? (
        <span />
      ) : (
        <h2 data-size={headlineSize(statement, room)}>{statement}</h2>
      )}
      <Phases overview={overview} />
    </section>
  );
}
