import type { ReactNode } from 'react';
import { PageHatches } from '#charts/kit/style/Ink.tsx';
import { targetsWords } from '#charts/targets/labels/index.ts';
import { VerdictMark } from '#charts/targets/StatusMark.tsx';
import type { BulletRow, TargetsSeries } from '#charts/targets/data/rows.ts';
import { isJudged, sharedTargetYear, targetsSeries } from '#charts/targets/data/series.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { How } from './formula-popover.tsx';
import { Boxes, LaneHeads, Lanes, NarrowLanes } from './bullet-rows.tsx';
import { Explained } from '#web/ui/display/explained.tsx';
import * as displayStyles from '#web/ui/display/display.module.css';
import * as targetsTableStyles from './targets-table.module.css';
import * as verdictCellStyles from './verdict-cell.module.css';
import * as textStyles from '#web/ui/text.module.css';

interface LedgerProps {
  readonly overview: Overview;
  /** The indicator of the chart below. Omitted where nothing can be chosen, as in a copy. */
  readonly measure?: string;
  readonly onMeasure?: (indicator: string) => void;
  /** What can be done about a target without a value or a checklist. */
  readonly supply?: (row: TargetRow) => ReactNode;
  /** Leads to how past forecasts did. */
  readonly record?: ReactNode;
}

/** Characters from which a number would touch the lane beside it. */
const longNumber = 6;

function Value({ row, status }: { readonly row: BulletRow; readonly status: string | undefined }) {
  if (row.now === undefined) return <span className={targetsTableStyles.none}>{row.absent}</span>;
  const { prefix, number, suffix, dates } = row.now;
  const size = number.length >= longNumber ? targetsTableStyles.long : '';
  return (
    <>
      <span
        className={`${status === 'illustrative' ? textStyles.exampleValue : textStyles.bigValue} ${textStyles.number} ${size}`}
      >
        <Explained measure="target_value" of={`target=${row.indicator}`}>
          {prefix === '' ? null : (
            <span className={`${textStyles.unit} ${textStyles.prefix}`}>{prefix}</span>
          )}
          {number}
          {suffix === '' ? null : <span className={textStyles.unit}>{suffix.trim()}</span>}
        </Explained>
      </span>
      <small className={textStyles.number}>{dates[0]}</small>
    </>
  );
}

const VerdictWords = ({ row }: { readonly row: BulletRow }) => {
  const language = useLanguage();
  const good = !row.verdict.example && (row.verdict.mark === 'up' || row.verdict.mark === 'check');
  return (
    <span
      className={`${displayStyles.verdict}${row.verdict.short ? ` ${displayStyles.behind}` : good ? ` ${displayStyles.good}` : row.verdict.mark === 'ring' ? ` ${displayStyles.unknown}` : ''}`}
    >
      <VerdictMark mark={row.verdict.mark} className={displayStyles.glyph} />
      <Explained measure="verdict" of={`target=${row.indicator}`}>
        {row.verdict.words}
        {row.verdict.points === undefined ? null : (
          <small className={`${verdictCellStyles.points} ${textStyles.number}`}>
            {row.verdict.points}
          </small>
        )}
        {row.verdict.outcome === undefined ? null : (
          <>
            <span className={verdictCellStyles.clause}>{targetsWords[language].clause}</span>
            <small className={verdictCellStyles.outcome}>{row.verdict.outcome.long}</small>
          </>
        )}
      </Explained>
    </span>
  );
};

function Row({
  row,
  ledgerRow,
  heads,
  props,
}: {
  readonly row: BulletRow;
  readonly ledgerRow: TargetRow;
  readonly heads: TargetsSeries['heads'];
  readonly props: LedgerProps;
}) {
  const t = useLabels(detailLabels);
  const { measure, onMeasure, overview } = props;
  const selectable = onMeasure !== undefined && ledgerRow.kind !== 'qualitative';
  const selected = selectable && measure === row.indicator;
  const name = (
    <>
      <b className={targetsTableStyles.name}>
        {row.name}{' '}
        {row.target === '' ? null : <span className={textStyles.number}>{row.target}</span>}
      </b>
      <small
        {...(row.basis === undefined && ledgerRow.later === undefined
          ? {}
          : { className: targetsTableStyles.basis })}
      >
        {row.under}
      </small>
      {row.was === undefined ? null : <small className={targetsTableStyles.was}>{row.was}</small>}
    </>
  );
  const how = <How row={ledgerRow} thresholds={overview.thresholds} record={props.record} />;
  const beside =
    row.secondary === undefined ? null : (
      <div className={`${targetsTableStyles.secondary} ${textStyles.number}`}>{row.secondary}</div>
    );
  if (row.now === undefined && row.targetBullet === undefined) {
    return (
      <div
        className={`${targetsTableStyles.row} ${targetsTableStyles.stated}${selected ? ` ${targetsTableStyles.selected}` : ''}`}
      >
        <div>
          {selectable ? (
            <button
              type="button"
              className={targetsTableStyles.pick}
              aria-pressed={selected}
              onClick={() => onMeasure(row.indicator)}
            >
              {name}
            </button>
          ) : (
            name
          )}
        </div>
        <div className={targetsTableStyles.none}>
          {ledgerRow.checklist === undefined ? null : <Boxes {...ledgerRow.checklist} />}
          <span>
            {ledgerRow.checklist === undefined ? (
              <VerdictMark
                mark={row.verdict.mark === 'check' ? 'check' : 'ring'}
                className={displayStyles.glyph}
              />
            ) : null}
            {ledgerRow.checklist === undefined ? (
              row.absent
            ) : (
              <Explained measure="checklist" of={`target=${row.indicator}`}>
                {row.absent}
              </Explained>
            )}
          </span>
        </div>
        <div className={verdictCellStyles.cell}>
          {isJudged(row) ? (
            <VerdictWords row={row} />
          ) : (
            <span>
              {ledgerRow.now === undefined && ledgerRow.checklist === undefined
                ? props.supply?.(ledgerRow)
                : null}
            </span>
          )}
          {how}
        </div>
        {beside}
      </div>
    );
  }
  return (
    <div
      className={`${targetsTableStyles.row} ${targetsTableStyles.direct}${selected ? ` ${targetsTableStyles.selected}` : ''}`}
    >
      <div>
        {selectable ? (
          <button
            type="button"
            className={targetsTableStyles.pick}
            aria-pressed={selected}
            title={t('draw_measure', { name: row.name })}
            onClick={() => onMeasure(row.indicator)}
          >
            {name}
          </button>
        ) : (
          name
        )}
      </div>
      <div className={targetsTableStyles.now}>
        <Value row={row} status={ledgerRow.now?.data_status} />
      </div>
      <div className={`${targetsTableStyles.gap} ${textStyles.number}`}>
        {row.planBullet === undefined ? null : (
          <Explained measure="plan_gap" of={`target=${row.indicator}`}>
            {row.planBullet.line}
          </Explained>
        )}
      </div>
      <Lanes row={row} />
      <NarrowLanes row={row} heads={heads} />
      <div className={verdictCellStyles.cell}>
        <VerdictWords row={row} />
        {how}
      </div>
      {beside}
    </div>
  );
}

/**
 * The targets, one row each, on two common axes: now against plan to date, and the way to the
 * target. Nothing where there are none.
 */
export function Ledger(props: LedgerProps) {
  const { overview } = props;
  const t = useLabels(detailLabels);
  const language = useLanguage();
  const series = targetsSeries(overview, language);
  const year = sharedTargetYear(overview);
  if (series.rows.length === 0) return null;
  return (
    <section className={targetsTableStyles.table} aria-label={t('ledger')}>
      <PageHatches />
      <div
        className={`${targetsTableStyles.row} ${targetsTableStyles.head}`}
        aria-hidden="true"
        data-words
      >
        <div>
          {year === '' || overview.targets.some(({ period }) => period !== undefined)
            ? series.heads.target
            : t('head_target', { year })}
        </div>
        <div>{t('head_now')}</div>
        <LaneHeads heads={series.heads} />
        <div className={verdictCellStyles.cell}>{t('head_verdict')}</div>
      </div>
      {series.rows.map((row, index) => {
        const ledgerRow = overview.targets[index];
        return ledgerRow === undefined ? null : (
          <Row
            key={row.indicator}
            row={row}
            ledgerRow={ledgerRow}
            heads={series.heads}
            props={props}
          />
        );
      })}
    </section>
  );
}
