import type { ReactElement } from 'react';
import type { ViewProps } from '#charts/definition.ts';
import type { Language } from '#domain/language.ts';
import { fitText, textWidth } from '#charts/frame/font-advances.ts';
import { Label } from '#charts/frame/Ink.tsx';
import { frameWords } from '#charts/frame/text.ts';
import { ink } from '#charts/frame/tokens.ts';
import { compactLeft, compactLine, compactRows } from './compact.ts';
import { Twin } from './twin.tsx';
import { isJudged, type TargetRow, type TargetsSeries } from './series.ts';
import { Name, Now, Verdict } from './Words.tsx';

const stackedHeight = 118;

/** One row under the other, for narrow pictures: two lines of words around both lanes. */
function Stacked({ series, width, height, id, language }: ViewProps<TargetsSeries>): ReactElement {
  const rowHeight = Math.min(132, Math.max(stackedHeight, height / Math.max(1, series.rows.length)));
  return (
    <>
      {series.rows.map((row, index) => {
        const y = index * rowHeight;
        const verdictWidth = isJudged(row) ? textWidth(row.verdict.prefix, 13) + textWidth(row.verdict.words, 13, true) + 20 : 0;
        const room = width - verdictWidth - 12;
        const targetBeside = row.target === '' || textWidth(row.name, 13, true) + 9 + textWidth(row.target, 13) <= room;
        const name = fitText(row.name, room, 13, true);
        return (
          <g key={row.indicator}>
            <line x1={0} x2={width} y1={y} y2={y} stroke={ink(index === 0 ? 'rule-strong' : 'rule')} />
            <Label x={0} y={y + 22} text={name} size={13} bold colour="ink" />
            {targetBeside ? <Label x={textWidth(name, 13, true) + 9} y={y + 22} text={row.target} size={13} /> : null}
            {isJudged(row) ? <Verdict row={row} x={width - verdictWidth} y={y + 22} room={verdictWidth + 1} /> : null}
            {row.now === undefined ? (
              <>
                <Label x={0} y={y + 44} text={row.absent ?? ''} size={13} />
                <Label x={0} y={y + 64} text={fitText(row.under, width, 12)} colour="ink-3" />
              </>
            ) : (
              <>
                <Now row={row} x={0} y={y + 46} room={width - textWidth(row.bullet?.line ?? '', 12) - 8} inline />
                <Label x={width} y={y + 46} text={row.bullet?.line ?? ''} anchor="end" />
                <Twin row={row} heads={series.heads} x={0} y={y + 54} width={width} hatch={id} />
                <Label
                  x={0}
                  y={y + 112}
                  text={fitText(
                    [
                      ...(targetBeside ? [] : [`${series.heads.target} ${row.target}`]),
                      ...(row.beside === undefined ? [] : [row.beside]),
                      row.lane?.forecast === undefined
                        ? (row.lane?.refused ?? row.under)
                        : `${series.heads.forecast} ${row.lane.forecast.label}`,
                    ].join(frameWords[language].separator),
                    width,
                    12,
                  )}
                  colour="ink-3"
                />
              </>
            )}
          </g>
        );
      })}
    </>
  );
}

/** What there is instead of a value and, of a checklist whose deadline has passed, what came of it. */
const absentText = (row: TargetRow, language: Language): string =>
  [row.absent ?? '', ...(isJudged(row) ? [`${row.verdict.prefix}${row.verdict.words}`] : [])].join(frameWords[language].separator);

/** A value with its day and its distance from the plan; the distance is left to the lanes where the line has no room for it. */
function valueLine({ now, bullet }: TargetRow, room: number, language: Language): string {
  const { brackets, separator } = frameWords[language];
  const value = `${now?.prefix ?? ''}${now?.number ?? ''}${now?.suffix ?? ''}`;
  const dated = (now?.dates ?? []).map((date) => `${value}${brackets(date)}`);
  const lines = bullet === undefined ? dated : [...dated.map((text) => `${text}${separator}${bullet.line}`), ...dated];
  return lines.find((text) => textWidth(text, 12) <= room) ?? fitText(lines.at(-1) ?? value, room, 12);
}

/** Words at the left and both lanes at the right, for pictures that are low as well as narrow. */
function Compact({ series, width, height, id, language }: ViewProps<TargetsSeries>): ReactElement {
  const rows = compactRows(series.rows, width);
  const left = compactLeft(width);
  const free =
    (height - rows.reduce((sum, { least }) => sum + least, 0)) / Math.max(1, rows.filter(({ row }) => row.now !== undefined).length);
  const heights = rows.map(({ row, least }) => (row.now === undefined ? least : Math.max(least, Math.min(72, least + free))));
  return (
    <>
      {rows.map(({ row, targetBeside, verdictStacked }, index) => {
        const y = heights.slice(0, index).reduce((sum, one) => sum + one, 0);
        const value = y + 17 + compactLine * (targetBeside ? 1 : 2);
        return (
          <g key={row.indicator}>
            <line x1={0} x2={width} y1={y} y2={y} stroke={ink(index === 0 ? 'rule-strong' : 'rule')} />
            {row.now === undefined ? (
              <>
                <Label
                  x={0}
                  y={y + 17}
                  text={fitText(row.name, width - textWidth(absentText(row, language), 12) - 16, 13, true)}
                  size={13}
                  bold
                  colour="ink"
                />
                <Label x={width} y={y + 17} text={absentText(row, language)} anchor="end" />
                <Label x={0} y={y + 32} text={fitText(row.under, width, 12)} colour="ink-3" />
              </>
            ) : (
              <>
                <Name row={{ ...row, under: '' }} y={y + 17} room={left - 10} />
                <Label x={0} y={value} text={valueLine(row, left - 10, language)} />
                {row.beside === undefined ? null : (
                  <Label x={0} y={value + compactLine} text={fitText(row.beside, left - 10, 12)} colour="ink-3" />
                )}
                <Verdict
                  row={row}
                  x={0}
                  y={value + (row.beside === undefined ? 0 : compactLine) + 17 + (verdictStacked ? 8 : 0)}
                  room={left}
                />
                <Twin row={row} heads={series.heads} x={left} y={y + 6} width={width - left} hatch={id} />
              </>
            )}
          </g>
        );
      })}
    </>
  );
}

/** The ledger in a narrow drawing: one row under the other, or side by side where the height is not enough for that. */
export const Narrow = (props: ViewProps<TargetsSeries>): ReactElement =>
  props.height >= props.series.rows.length * stackedHeight - 40 ? <Stacked {...props} /> : <Compact {...props} />;
