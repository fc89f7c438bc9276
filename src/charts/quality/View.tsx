import type { ReactElement } from 'react';
import type { ViewProps } from '#charts/kit/definition.ts';
import { textWidth } from '#charts/kit/style/font-advances.ts';
import { Label, Labels } from '#charts/kit/style/Ink.tsx';
import { nameLine } from '#charts/kit/text/name-lines.ts';
import { ink, type Token } from '#charts/kit/style/tokens.ts';
import { layQuality, type QualityLayout } from './layout.ts';
import type { QualitySeries } from './series.ts';

const barHeight = 12;
const ageFills: readonly Token[] = ['stage-1', 'stage-4', 'ink-2'];

interface RowProps {
  readonly layout: QualityLayout;
  readonly place: QualityLayout['rows'][number];
  readonly noValue: string;
}

/** Draws the filled share; the rest of the bar is dashed. */
function FilledBar({ layout: { bar }, place: { row, y }, noValue }: RowProps) {
  const end = bar.x + bar.width * row.share;
  return (
    <>
      {row.share < 1 ? (
        <rect
          x={Math.max(bar.x + 0.5, end)}
          y={y - barHeight / 2 + 0.5}
          width={Math.max(1, bar.x + bar.width - Math.max(bar.x + 0.5, end) - 0.5)}
          height={barHeight - 1}
          fill="none"
          stroke={ink('axis')}
          strokeDasharray="3 2"
        />
      ) : null}
      {row.share > 0 ? (
        <rect
          x={bar.x}
          y={y - barHeight / 2}
          width={Math.max(1.5, end - bar.x)}
          height={barHeight}
          fill={ink('accent')}
        />
      ) : (
        <Label x={bar.x + 6} y={y + 4} text={noValue} size={12} colour="ink-3" halo />
      )}
    </>
  );
}

/** Fresh, ageing and old records side by side. */
function Ages({ layout: { age }, place: { row, y } }: Omit<RowProps, 'noValue'>) {
  if (row.ages === undefined || age.width <= 0) return null;
  let x = age.x;
  return row.ages.map((share, at) => {
    const width = share * age.width;
    const from = x;
    x += width;
    return share === 0 ? null : (
      <rect
        key={ageFills[at]}
        x={from + 0.5}
        y={y - barHeight / 2 + 0.5}
        width={Math.max(1, width - 1)}
        height={barHeight - 1}
        fill={ink(ageFills[at] ?? 'accent')}
        stroke={ink(at === 0 ? 'accent' : (ageFills[at] ?? 'accent'))}
      />
    );
  });
}

function Numbers({
  layout,
  place: { row, nameY },
  hasAges,
}: Omit<RowProps, 'noValue'> & Pick<QualitySeries, 'hasAges'>) {
  const { filledX, missingX, oldestX, narrow } = layout;
  if (narrow) return <Label x={oldestX} y={nameY} text={row.narrow} anchor="end" colour="ink-2" />;
  return (
    <>
      <Label x={filledX} y={nameY} text={row.filled} anchor="end" colour="ink-3" />
      <Label
        x={missingX}
        y={nameY}
        text={row.missing}
        anchor="end"
        bold={row.isMissing}
        colour={row.isMissing ? 'ink' : 'ink-3'}
      />
      {hasAges ? (
        <Label x={oldestX} y={nameY} text={row.oldest ?? '—'} anchor="end" colour="ink-2" />
      ) : null}
    </>
  );
}

function Heads({
  series: { words, hasAges },
  layout,
}: {
  readonly series: QualitySeries;
  readonly layout: QualityLayout;
}) {
  const { bar, filledX, missingX, age, oldestX } = layout;
  return (
    <>
      <Label x={bar.x} y={14} text={words.complete} bold colour="ink" />
      <Label x={filledX} y={32} text={words.filled} size={12} anchor="end" colour="ink-3" />
      <Label x={missingX} y={32} text={words.missing} size={12} anchor="end" colour="ink-3" />
      {hasAges ? (
        <>
          <Label x={age.x} y={14} text={words.age} bold colour="ink" />
          <Label x={oldestX} y={32} text={words.oldest} size={12} anchor="end" colour="ink-3" />
        </>
      ) : null}
    </>
  );
}

/** Draws the key of the three age classes, below the plot. */
function AgeKey({
  names,
  y,
  right,
}: {
  readonly names: readonly string[];
  readonly y: number;
  readonly right: number;
}) {
  const widths = names.map((name) => textWidth(name, 12) + 30);
  const start = right - widths.reduce((sum, one) => sum + one, 0);
  return names.map((name, at) => {
    const x = start + widths.slice(0, at).reduce((sum, one) => sum + one, 0);
    return (
      <g key={name}>
        <rect
          x={x + 0.5}
          y={y - 8.5}
          width={9}
          height={9}
          fill={ink(ageFills[at] ?? 'accent')}
          stroke={ink(at === 0 ? 'accent' : (ageFills[at] ?? 'accent'))}
        />
        <Label x={x + 15} y={y} text={name} size={12} colour="ink-3" />
      </g>
    );
  });
}

/**
 * Draws completeness and age by row as plain SVG, since Recharts can't draw a dashed rest of a bar.
 */
export function View({ series, width, height }: ViewProps<QualitySeries>): ReactElement {
  const layout = layQuality(series, width);
  const noValue = series.words.noValue;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      {layout.narrow || layout.rows.length === 0 ? null : <Heads series={series} layout={layout} />}
      {layout.rows.map((place) => (
        <g key={place.row.id}>
          <Labels x={0} y={place.nameY} apart={nameLine} lines={place.name} colour="ink" />
          <FilledBar layout={layout} place={place} noValue={noValue} />
          <Ages layout={layout} place={place} />
          <Numbers layout={layout} place={place} hasAges={series.hasAges} />
          <line x1={0} x2={width} y1={place.bottom} y2={place.bottom} stroke={ink('grid')} />
        </g>
      ))}
      {layout.narrow || !series.hasAges ? null : (
        <AgeKey names={series.ageNames} y={layout.height - 6} right={width} />
      )}
    </svg>
  );
}
