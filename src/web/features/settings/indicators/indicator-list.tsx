import { compact } from '#domain/values/compact.ts';
import { Link } from '#web/ui/controls/link.tsx';
import { verdictTerms } from '#domain/labels/index.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { pointsAhead } from '#domain/targets/points-ahead.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { formatPercent } from '#domain/values/format.ts';
import { formatInPower, poweredUnitLabel } from '#domain/values/unit-power.ts';
import { overdueItems } from '#domain/zone/checklist.ts';
import { type Indicator, type Target, targetKey } from '#domain/zone/indicator.ts';
import { finalKey, findTargetOf, periodKey } from '#domain/zone/period-key.ts';
import { namePeriod, targetsOfIndicator } from '#domain/zone/target-period.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { useSession } from '#web/data/queries.ts';
import { OwnerChoice, useOwnerFilter } from '#web/features/work/owner-choice.tsx';
import { type Translate, useLanguage, useLabels } from '#web/i18n/text.ts';
import { DeclaredLine } from '#web/features/work/declared-line.tsx';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { makeIndicatorDraft } from './draft/indicator-draft.ts';
import type { indicators } from './labels/en.ts';
import { indicatorLabels } from './labels/index.ts';
import { noValueText } from './no-value-text.ts';
import { PointsText } from './points-text.tsx';
import * as indicatorStyles from './indicators.module.css';

interface ListRow {
  readonly indicator: Indicator;
  readonly annual: Target | undefined;
  readonly final: Target | undefined;
  /** Without either, the target of the current quarter or phase, else the next one. */
  readonly other: Target | undefined;
  /** The row of the annual target, else that of the final one, else that of the other one. */
  readonly row: TargetRow | undefined;
}

/** Finds the target of a quarter, phase or other year that a day is nearest to. */
function findOtherTarget(profile: ZoneProfile, indicator: string, day: string): Target | undefined {
  const targets = targetsOfIndicator(profile.targets, indicator);
  return targets.find(({ deadline }) => deadline >= day) ?? targets.at(-1);
}

/** Makes one row for each indicator with its target of the year and its final one. */
export function listRows(profile: ZoneProfile, overview: Overview): readonly ListRow[] {
  const year = Number(overview.as_of.slice(0, 4));
  return profile.indicators.map((indicator) => {
    const annual = findTargetOf(profile.targets, indicator.id, { kind: 'year', year });
    const final = findTargetOf(profile.targets, indicator.id, undefined);
    const other =
      annual === undefined && final === undefined
        ? findOtherTarget(profile, indicator.id, overview.as_of)
        : undefined;
    const of = annual ?? final ?? other;
    const row =
      of === undefined
        ? undefined
        : overview.targets.find((one) => targetKey(one) === targetKey(of));
    return { indicator, annual, final, other, row };
  });
}

/** The owner of a row: that of its target, else of the final one, else of the indicator. */
const findOwner = ({ indicator, annual, final, other }: ListRow): string | undefined =>
  annual?.owner ?? final?.owner ?? other?.owner ?? indicator.owner;

/**
 * The indicators with the target of the year, the share reached, the final target and the owner.
 */
export function IndicatorList({
  profile,
  overview,
  selectedId,
  mayChange,
}: {
  readonly profile: ZoneProfile;
  readonly overview: Overview;
  readonly selectedId: string | undefined;
  readonly mayChange: boolean;
}) {
  const t = useLabels(indicatorLabels);
  const language = useLanguage();
  const year = overview.as_of.slice(0, 4);
  const filter = useOwnerFilter();
  const mayFilter = useSession().data?.may.includes('view_notes') === true;
  const rows = listRows(profile, overview);
  const isFiltered = mayFilter && filter.isOn;
  const visible = isFiltered ? rows.filter((row) => filter.matches(findOwner(row))) : rows;
  return (
    <>
      {mayFilter && rows.length > 0 ? (
        <OwnerChoice
          owners={rows.map(findOwner)}
          {...compact({ listedCount: isFiltered ? visible.length : undefined })}
        />
      ) : null}
      <DataTable
        caption={t('list')}
        rows={visible}
        rowKey={({ indicator }) => indicator.id}
        rowClass={({ indicator }) =>
          indicator.id === selectedId ? indicatorStyles.chosen : undefined
        }
        stacks="labelled"
        columns={[
          {
            id: 'indicator',
            label: t('indicator'),
            head: true,
            cell: (row) => <NameCell row={row} year={year} />,
          },
          {
            id: 'annual',
            label: t('target_of', { year }),
            right: true,
            cell: (row) => <Annual row={row} />,
          },
          {
            id: 'reached',
            label: t('reached'),
            right: true,
            cell: (row) => (
              <>
                <ReachedCell row={row} year={year} mayChange={mayChange} today={overview.as_of} />
                <DeclaredLine declared={row.row?.declared} />
                {row.other?.period === undefined ? null : (
                  <small>{namePeriod(row.other.period, profile.phases, language)}</small>
                )}
              </>
            ),
          },
          {
            id: 'final',
            label: t('final_target'),
            right: true,
            cell: (row) => <FinalCell row={row} />,
          },
          {
            id: 'owner',
            label: t('owner'),
            cell: (row) =>
              findOwner(row) || <span className={indicatorStyles.quiet}>{t('no_owner')}</span>,
          },
        ]}
      />
    </>
  );
}

/** The key of the period of a target in an address; that of a year without one. */
const findKey = (target: Target | undefined, year: string): string =>
  target === undefined ? year : periodKey(target.period);

/** Writes the number of items of a checklist; empty without an entry. */
function writeItems(
  { items, checklist }: Pick<Target, 'items' | 'checklist'>,
  t: Translate<typeof indicators>,
): string {
  const n = items === undefined || items.length === 0 ? checklist?.total : items.length;
  return n === undefined ? t('no_checklist') : t('items_n', { n });
}

/** The name of an indicator, which opens it, with its kind and unit. */
function NameCell({ row, year }: { readonly row: ListRow; readonly year: string }) {
  const t = useLabels(indicatorLabels);
  const language = useLanguage();
  const { view, hrefTo } = useViewState();
  const { indicator, annual, final, other } = row;
  const address = hrefTo('/settings/targets', {
    indicator: indicator.id,
    period: annual !== undefined ? year : final !== undefined ? finalKey : findKey(other, year),
    owner: view.owner,
    owned: view.owned,
  });
  const kind = t(`short_${makeIndicatorDraft(indicator, '').kind}`);
  const unit = indicator.kind === 'qualitative' ? [] : [poweredUnitLabel(indicator, language)];
  return (
    <>
      <Link to={address} data-row>
        {indicator.name[language]}
      </Link>
      <small>{[kind, ...unit].join(' · ')}</small>
    </>
  );
}

function FinalCell({ row: { indicator, final } }: { readonly row: ListRow }) {
  const t = useLabels(indicatorLabels);
  const language = useLanguage();
  if (final === undefined) return '–';
  return (
    <>
      <ExplainableFigure measure="target" of={`target=${targetKey(final)}`}>
        {final.value === undefined
          ? writeItems(final, t)
          : formatInPower(final.value, indicator, language)}
      </ExplainableFigure>
      <small>{final.deadline.slice(0, 4)}</small>
    </>
  );
}

function Annual({ row: { indicator, annual } }: { readonly row: ListRow }) {
  const t = useLabels(indicatorLabels);
  const language = useLanguage();
  if (annual === undefined) return '–';
  if (annual.value === undefined) return writeItems(annual, t);
  const parts = annual.split?.parts.length ?? 0;
  return (
    <>
      <ExplainableFigure measure="target" of={`target=${targetKey(annual)}`}>
        {formatInPower(annual.value, indicator, language)}
      </ExplainableFigure>
      <small data-listed>{parts === 0 ? t('not_split') : t('split_in', { n: parts })}</small>
    </>
  );
}

function ReachedCell({
  row: { indicator, annual, final, other, row },
  year,
  mayChange,
  today,
}: {
  readonly row: ListRow;
  readonly year: string;
  readonly mayChange: boolean;
  readonly today: string;
}) {
  const t = useLabels(indicatorLabels);
  const language = useLanguage();
  const { hrefTo } = useViewState();
  if (annual === undefined && final === undefined && other === undefined)
    return (
      <>
        <span className={indicatorStyles.quiet}>{t('no_target')}</span>
        {mayChange ? (
          <small>
            <Link to={hrefTo('/settings/targets', { indicator: indicator.id, period: year })}>
              {t('set_annual')}
            </Link>
          </small>
        ) : null}
      </>
    );
  const { items = [] } = annual ?? final ?? other ?? {};
  if (row?.checklist !== undefined) {
    const overdueCount = overdueItems(items, today).length;
    return (
      <>
        <ExplainableFigure measure="checklist" of={`target=${targetKey(row)}`}>
          {t('items_done', row.checklist)}
        </ExplainableFigure>
        {overdueCount === 0 ? null : (
          <small className={indicatorStyles.behind} data-says="checklist">
            {t('items_overdue', { n: overdueCount })}
          </small>
        )}
      </>
    );
  }
  if (row?.completion === undefined)
    return (
      <span className={indicatorStyles.quiet}>
        {row === undefined
          ? t('not_in_force')
          : row.now === undefined
            ? noValueText(row, t, language)
            : verdictTerms[row.verdict][language]}
      </span>
    );
  return (
    <>
      <ExplainableFigure measure="target_share" of={`target=${targetKey(row)}`}>
        <b>{formatPercent(row.completion, language, 2)}</b>
      </ExplainableFigure>
      <small>
        <PointsText row={row} />
      </small>
      {pointsAhead(row) === undefined && final !== undefined && annual === undefined ? (
        <small>{t('of_final')}</small>
      ) : null}
    </>
  );
}
