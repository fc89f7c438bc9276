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
/** Top and height of the bar of the phases. */
const [barTop, barPx] = [8, 18];
const headlineSizes = [58, 50, 42, 36];

/** The size at which a headline has at most two lines, or three small ones. */
const headlineSize = (text: string, room: number): number =>
  headlineSizes.find((size) => textWidth(text, size, true) <= room * 1.85) ?? 30;

/** The position of the zone in its phases: the bar of time, and the end of each phase. */
function Phases({ overview }: { readonly overview: Overview }) {
  const wall = useLabels(wallLabels);
  const { phases, as_of: day } = overview;
  const position = usePhasePosition(overview);
  if (position === undefined) return null;
  const at = (date: string) => position.at(date) * phasesPx;
  // lanes share the height of one bar
  const lane = barPx / (Math.max(...position.lanes) + 1);
  return (
    <section className={wallStyles.phases}>
      <p>{position.title}</p>
      <svg viewBox={`0 0 ${phasesPx} 78`} aria-hidden="true">
        {phases.map((phase, index) => {
          const [from, to] = [at(phase.start), at(phase.end)];
          const next = Math.min(to, ...phases.slice(index + 1).map(({ start }) => at(start)));
          const bar = {
            x: from,
            y: barTop + (position.lanes[index] ?? 0) * lane,
            height: lane === barPx ? barPx : lane - 2,
          };
          const words = wall('until', { year: phase.end.slice(0, 4) });
          return (
            <g key={phase.id}>
              <rect {...bar} width={Math.max(2, to - from - 4)} fill={ink('stage-1')} />
              <rect
                {...bar}
                width={Math.max(0, to - from - 4) * Math.min(1, phase.elapsed)}
                fill={ink('accent')}
              />
              {textWidth(words, small) <= next - from - 10 ? (
                <Label
                  x={from}
                  y={64}
                  text={words}
                  size={small}
                  colour={phase.start <= day && day <= phase.end ? 'ink' : 'ink-3'}
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
