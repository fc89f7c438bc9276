import { type ReactNode, useId } from 'react';
import { PageHatches } from '#charts/kit/style/Ink.tsx';
import { VerdictMark } from '#charts/targets/StatusMark.tsx';
import type { BulletRow, TargetsSeries } from '#charts/targets/data/rows.ts';
import {
  isJudged,
  sharedTargetYear,
  type TargetsData,
  targetsSeries,
} from '#charts/targets/data/series.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import { OverdueItems } from './overdue-items.tsx';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { How } from './formula-popover.tsx';
import { Boxes, BulletHeads, Bullets } from './bullet-rows.tsx';
import { formatDate } from '#domain/values/format.ts';
import { ValueChange } from './value-change.tsx';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import { UnitText } from '#web/ui/display/unit-text.tsx';
import * as displayStyles from '#web/ui/display/display.module.css';
import * as targetsTableStyles from './targets-table.module.css';
import * as valueChangeStyles from './value-change.module.css';
import * as verdictCellStyles from './verdict-cell.module.css';
import * as textStyles from '#web/ui/text.module.css';
import { DeclaredLine } from '#web/features/work/declared-line.tsx';
import { VerdictWords } from './verdict-words.tsx';

interface TargetsTableProps {
  readonly overview: TargetsData;
  /** The indicator of the chart below. Omitted where nothing can be chosen, as in a copy. */
  readonly measure?: string;
  readonly onMeasure?: (indicator: string) => void;
  /** An action for a target without a value or a checklist. */
  readonly supply?: (row: TargetRow) => ReactNode;
  /** A link to the results of past forecasts. */
  readonly record?: ReactNode;
}

/**
 * Finds whether a number with its unit would touch the bar beside it: as `US$71.00mn` in each table,
 * or as `€92.25mn` in a narrower one only. A letter of a unit is half as wide as a digit, a Chinese
 * one three quarters.
 */
export function findValueSize(
  number: string,
  ...units: readonly string[]
): 'long' | 'medium' | 'usual' {
  const letters = [...units.join('')].map((letter) => (letter > '\u2e7f' ? 0.75 : 0.5));
  const width = letters.reduce((sum, each) => sum + each, number.length);
  if (number.length >= 6 || width > 6.5) return 'long';
  return width > 6 ? 'medium' : 'usual';
}

const sizeStyles = {
  long: targetsTableStyles.long,
  medium: targetsTableStyles.medium,
  usual: targetsTableStyles.usual,
};

function Value({ row, status }: { readonly row: BulletRow; readonly status: string | undefined }) {
  if (row.now === undefined) return <span className={targetsTableStyles.none}>{row.absent}</span>;
  const { prefix, number, suffix, dates } = row.now;
  const size = sizeStyles[findValueSize(number, prefix, suffix.trim())];
  return (
    <>
      <span
        className={`${status === 'illustrative' ? textStyles.exampleValue : textStyles.bigValue} ${textStyles.number} ${size}`}
      >
        <ExplainableFigure measure="target_value" of={`target=${row.indicator}`}>
          {prefix === '' ? null : (
            <span className={`${textStyles.unit} ${textStyles.prefix}`}>{prefix}</span>
          )}
          {number}
          {suffix === '' ? null : <span className={textStyles.unit}>{suffix.trim()}</span>}
        </ExplainableFigure>
      </span>
      <small className={textStyles.number}>{dates[0]}</small>
    </>
  );
}

interface RowProps {
  readonly row: BulletRow;
  readonly targetRow: TargetRow;
  readonly heads: TargetsSeries['heads'];
  readonly props: TargetsTableProps;
}

/** The name of a target with its target value. A press chooses the measure of the chart below. */
function NameCell({ row, targetRow, props }: Omit<RowProps, 'heads'>) {
  const t = useLabels(detailLabels);
  const { measure, onMeasure } = props;
  const name = (
    <>
      <b className={targetsTableStyles.name}>
        {row.name}{' '}
        {row.target === '' ? null : (
          <span className={textStyles.number}>
            <UnitText text={row.target} units={[targetRow.unit]} />
          </span>
        )}
      </b>
      <small
        className={
          row.basis === undefined && targetRow.later === undefined
            ? undefined
            : targetsTableStyles.basis
        }
      >
        {row.under}
      </small>
      {row.was === undefined ? null : <small className={targetsTableStyles.was}>{row.was}</small>}
    </>
  );
  return (
    <div role="rowheader">
      {onMeasure === undefined || targetRow.kind === 'qualitative' ? (
        name
      ) : (
        <button
          type="button"
          className={targetsTableStyles.pick}
          aria-pressed={measure === row.indicator}
          title={isStated(row) ? undefined : t('draw_measure', { name: row.name })}
          onClick={() => onMeasure(row.indicator)}
        >
          {name}
        </button>
      )}
    </div>
  );
}

interface CellsProps extends RowProps {
  /** The id of the line in the second currency. */
  readonly beside: string | undefined;
  /** The id of the line with the declared status. */
  readonly declared: string | undefined;
}

/** Whether a row has text only: neither a value nor a share of its target. */
const isStated = (row: BulletRow): boolean =>
  row.now === undefined && row.targetBullet === undefined;

/** The cells in place of a value and its bars: boxes of a checklist, or why there is none. */
function StatedCells({ row, targetRow, props, declared }: Omit<CellsProps, 'heads' | 'beside'>) {
  const { checklist } = targetRow;
  return (
    <>
      <div role="cell" aria-colspan={3} className={targetsTableStyles.none}>
        {checklist === undefined ? null : <Boxes {...checklist} />}
        <span>
          {checklist === undefined ? (
            <>
              <VerdictMark
                mark={row.verdict.mark === 'check' ? 'check' : 'ring'}
                className={displayStyles.glyph}
              />
              {row.absent}
            </>
          ) : (
            <ExplainableFigure measure="checklist" of={`target=${row.indicator}`}>
              {row.absent}
            </ExplainableFigure>
          )}
        </span>
      </div>
      <div role="cell" aria-owns={declared} className={verdictCellStyles.cell}>
        {isJudged(row) ? (
          <VerdictWords row={row} />
        ) : (
          <span>
            {targetRow.now === undefined && checklist === undefined
              ? props.supply?.(targetRow)
              : null}
            <OverdueItems checklist={checklist} />
          </span>
        )}
        <HowOf targetRow={targetRow} props={props} />
      </div>
    </>
  );
}

const HowOf = ({ targetRow, props }: Pick<RowProps, 'targetRow' | 'props'>) => (
  <How row={targetRow} thresholds={props.overview.thresholds} record={props.record} />
);

/** The value, its bars and its verdict. */
function ValueCells({ row, targetRow, heads, props, beside, declared }: CellsProps) {
  const { compare, indicator_changes = [] } = props.overview;
  return (
    <>
      <div role="cell" aria-owns={beside} className={targetsTableStyles.now}>
        <Value row={row} status={targetRow.now?.data_status} />
        {compare === undefined ? null : (
          <ValueChange row={targetRow} changes={indicator_changes} since={compare} />
        )}
        {row.planBullet === undefined ? null : (
          <div className={`${targetsTableStyles.gap} ${textStyles.number}`}>
            <ExplainableFigure measure="plan_gap" of={`target=${row.indicator}`}>
              {row.planBullet.line}
            </ExplainableFigure>
          </div>
        )}
      </div>
      <Bullets row={row} heads={heads} />
      <div role="cell" aria-owns={declared} className={verdictCellStyles.cell}>
        <VerdictWords row={row} />
        <HowOf targetRow={targetRow} props={props} />
      </div>
    </>
  );
}

function Row(rowProps: RowProps) {
  const { row, targetRow, props } = rowProps;
  const id = useId();
  const beside = row.secondary === undefined ? undefined : id;
  const declared = targetRow.declared === undefined ? undefined : `${id}declared`;
  const isChosen =
    props.onMeasure !== undefined &&
    targetRow.kind !== 'qualitative' &&
    props.measure === row.indicator;
  const form = isStated(row) ? targetsTableStyles.stated : targetsTableStyles.direct;
  return (
    <div
      role="row"
      className={`${targetsTableStyles.row} ${form}${isChosen ? ` ${targetsTableStyles.selected}` : ''}`}
    >
      <NameCell {...rowProps} />
      {isStated(row) ? (
        <StatedCells {...rowProps} declared={declared} />
      ) : (
        <ValueCells {...rowProps} beside={beside} declared={declared} />
      )}
      {beside === undefined ? null : (
        <div id={beside} className={`${targetsTableStyles.secondary} ${textStyles.number}`}>
          {row.secondary}
        </div>
      )}
      {declared === undefined ? null : (
        <div id={declared} className={targetsTableStyles.secondary}>
          <DeclaredLine declared={targetRow.declared} hasReason />
        </div>
      )}
    </div>
  );
}

/**
 * The targets, one row each, on two common axes: now against plan to date, and now against the
 * target. Renders nothing without targets.
 */
export function TargetsTable(props: TargetsTableProps) {
  const { overview } = props;
  const t = useLabels(detailLabels);
  const language = useLanguage();
  const series = targetsSeries(overview, language);
  const year = sharedTargetYear(overview);
  const { compare, indicator_changes } = overview;
  if (series.rows.length === 0) return null;
  return (
    <div role="table" className={targetsTableStyles.table} aria-label={t('targets_table')}>
      <PageHatches />
      <div role="row" className={`${targetsTableStyles.row} ${targetsTableStyles.head}`} data-words>
        <div role="columnheader">
          {year === '' || overview.targets.some(({ period }) => period !== undefined)
            ? series.heads.target
            : t('head_target', { year })}
        </div>
        <div role="columnheader">
          {t('head_now')}{' '}
          {compare === undefined || indicator_changes === undefined ? null : (
            <span className={valueChangeStyles.day}>
              {t('since_day', { date: formatDate(compare, language, 'short') })}
            </span>
          )}
        </div>
        <BulletHeads heads={series.heads} />
        <div role="columnheader" className={verdictCellStyles.cell}>
          {t('head_verdict')}
        </div>
      </div>
      {series.rows.map((row, index) => {
        const targetRow = overview.targets[index];
        return targetRow === undefined ? null : (
          <Row
            key={row.indicator}
            row={row}
            targetRow={targetRow}
            heads={series.heads}
            props={props}
          />
        );
      })}
    </div>
  );
}
