import type { ReactElement } from 'react';
import type { ViewProps } from '#charts/definition.ts';
import type { Language } from '#domain/language.ts';
import { fitText, textWidth } from '#charts/frame/font-advances.ts';
import { Label } from '#charts/frame/Ink.tsx';
import { frameWords } from '#charts/frame/text.ts';
import { ink } from '#charts/frame/tokens.ts';
import { compactLeft, compactLine, compactRows, rowHeights, stackedLeast } from './row-heights.ts';
import { Twin } from './twin.tsx';
import { isJudged, type TargetRow, type TargetsSeries } from './series.ts';
import { afterNow, dayTexts, Name, Now, Verdict } from './Words.tsx';

/** One row under the other, for narrow pictures: two lines of words around both lanes. */
function Stacked({ series, width, height, id, language }: ViewProps<TargetsSeries>): ReactElement {
  const heights = rowHeights(series.rows.map(stackedLeast), height, 132);
  const lineOf = ({ bullet }: TargetRow): string => bullet?.line ?? '';
  const days = dayTexts(series.rows, (row) => width - textWidth(lineOf(row), 12) - 8 - afterNow(row));
  return (
    <>
      {series.rows.map((row, index) => {
        const y = heights.slice(0, index).reduce((sum, one) => sum + one, 0);
        const verdictWidth = isJudged(row) ? textWidth(row.verdict.prefix, 13) + textWidth(row.verdict.words, 13, true) + 20 : 0;
        const room = width - verdictWidth - 12;
        const targetBeside = row.target === '' || textWidth(row.name, 13, true) + 9 + textWidth(row.target, 13) <= room;
        const name = fitText(row.name, room, 13, true);
        const day = days[index] ?? '';
        const lineFits = afterNow(row) + textWidth(day, 12) + 8 + textWidth(lineOf(row), 12) <= width;
        return (
          <g key={row.indicator}>
            <line x1={0} x2={width} y1={y} y2={y} stroke={ink(index === 0 ? 'rule-strong' : 'rule')} />
            <Label x={0} y={y + 22} text={name} size={13} bold colour="ink" />
            {targetBeside ? <Label x={textWidth(name, 13, true) + 9} y={y + 22} text={row.target} size={13} /> : null}
            {isJudged(row) ? <Verdict row={row} x={width - verdictWidth} y={y + 22} room={verdictWidth + 1} /> : null}
            {row.now === undefined ? (
              <>
                <Label x={0} y={y + 41} text={row.absent ?? ''} size={13} />
                <Label x={0} y={y + 58} text={fitText(row.under, width, 12)} colour="ink-3" />
              </>
            ) : (
              <>
                <Now row={row} x={0} y={y + 43} day={day} room={width} inline />
                {lineFits ? <Label x={width} y={y + 43} text={lineOf(row)} anchor="end" /> : null}
                <Twin row={row} heads={series.heads} x={0} y={y + 48} width={width} hatch={id} />
                <Label
                  x={0}
                  y={y + 103}
                  text={fitText(
                    [
                      ...(targetBeside ? [] : [`${series.heads.target} ${row.target}`]),
                      ...(row.beside === undefined ? [] : [row.beside]),
                      ...(row.verdict.outcome === undefined ? [] : [row.verdict.outcome.short]),
                      row.lane?.forecast === undefined
                        ? (row.lane?.refused ?? row.under)
                        : `${series.heads.forecast} ${row.lane.forecast.label}`,
                    ].join(frameWords[language].list),
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
  [row.absent ?? '', ...(isJudged(row) ? [`${row.verdict.prefix}${row.verdict.words}`] : [])].join(frameWords[language].list);

const valueText = ({ now }: TargetRow): string => `${now?.prefix ?? ''}${now?.number ?? ''}${now?.suffix ?? ''}`;

/** A value with its day and its distance from the plan; the distance is left to the lanes where the line has no room for it. */
function valueLine(row: TargetRow, day: string, room: number, language: Language): string {
  const { brackets, list } = frameWords[language];
  const dated = `${valueText(row)}${brackets(day)}`;
  const line = `${dated}${list}${row.bullet?.line ?? ''}`;
  return row.bullet !== undefined && textWidth(line, 12) <= room ? line : fitText(dated, room, 12);
}

/** Words at the left and both lanes at the right, for pictures that are low as well as narrow. */
function Compact({ series, width, height, id, language }: ViewProps<TargetsSeries>): ReactElement {
  const rows = compactRows(series.rows, width);
  const left = compactLeft(width);
  const heights = rowHeights(
    rows.map(({ least }) => least),
    height,
    96,
  );
  const { brackets } = frameWords[language];
  const days = dayTexts(series.rows, (row) => left - 10 - textWidth(`${valueText(row)}${brackets('')}`, 12));
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
                <Label x={0} y={value} text={valueLine(row, days[index] ?? '', left - 10, language)} />
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
  props.height >= props.series.rows.reduce((sum, row) => sum + stackedLeast(row), 0) ? <Stacked {...props} /> : <Compact {...props} />;
