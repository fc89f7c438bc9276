import { Link } from '#web/ui/controls/link.tsx';
import { addDecimal, compareDecimal } from '#domain/values/decimal.ts';
import { formatInPower } from '#domain/values/unit-power.ts';
import type { Indicator, TargetPeriod } from '#domain/zone/indicator.ts';
import { finalKey, findTargetOf, periodKey } from '#domain/zone/period-key.ts';
import { namePeriod, targetsOfIndicator } from '#domain/zone/target-period.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { SelectField } from '#web/ui/controls/field.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { indicatorLabels } from '#web/features/settings/indicators/labels/index.ts';
import * as drawerStyles from './drawer.module.css';

const mostYears = 6;

/** The periods with tabs: those with a target, the years to the final one, and the chosen one. */
function listPeriods(
  profile: ZoneProfile,
  indicator: Indicator,
  selectedPeriod: TargetPeriod | undefined,
  today: string,
): readonly (TargetPeriod | undefined)[] {
  const storedTargets = targetsOfIndicator(profile.targets, indicator.id);
  const final = storedTargets.find(({ period }) => period === undefined)?.deadline;
  const first = Number(today.slice(0, 4));
  const last = Math.min(Number(final?.slice(0, 4) ?? first + 4), first + mostYears - 1);
  const years = Array.from(
    { length: Math.max(1, last - first + 1) },
    (_, at): TargetPeriod => ({ kind: 'year', year: first + at }),
  );
  const all = [...storedTargets.map(({ period }) => period), ...years, selectedPeriod].filter(
    (period) => period !== undefined,
  );
  const byKey = new Map(all.map((period) => [periodKey(period), period]));
  return [
    ...[...byKey.entries()].toSorted(([a], [b]) => a.localeCompare(b)).map(([, period]) => period),
    undefined,
  ];
}

/** Quarters of the year and phases. They have a tab only once they are chosen. */
const otherPeriods = (profile: ZoneProfile, today: string): readonly TargetPeriod[] => [
  ...([1, 2, 3, 4] as const).map(
    (quarter): TargetPeriod => ({ kind: 'quarter', year: Number(today.slice(0, 4)), quarter }),
  ),
  ...profile.phases.map(({ id }): TargetPeriod => ({ kind: 'phase', phase: id })),
];

/** One tab for each period with the value of its target. */
export function PeriodTabs({
  profile,
  indicator,
  selectedPeriod,
  today,
}: {
  readonly profile: ZoneProfile;
  readonly indicator: Indicator;
  readonly selectedPeriod: TargetPeriod | undefined;
  readonly today: string;
}) {
  const t = useLabels(indicatorLabels);
  const language = useLanguage();
  const { hrefTo, change } = useViewState();
  const periods = listPeriods(profile, indicator, selectedPeriod, today);
  const keys = new Set(periods.map(periodKey));
  const others = otherPeriods(profile, today).filter((period) => !keys.has(periodKey(period)));
  const name = (period: TargetPeriod | undefined): string =>
    period === undefined ? t('final') : namePeriod(period, profile.phases, language);
  return (
    <>
      <nav className={drawerStyles.periods} aria-label={t('periods')}>
        {periods.map((period) => {
          const key = periodKey(period);
          const target = findTargetOf(profile.targets, indicator.id, period);
          return (
            <Link
              key={key}
              to={hrefTo('/settings/targets', { indicator: indicator.id, period: key })}
              aria-current={key === periodKey(selectedPeriod) ? 'page' : undefined}
            >
              <span>{name(period)}</span>
              <b>
                {target?.value === undefined
                  ? target === undefined
                    ? '–'
                    : t('in_words')
                  : formatInPower(target.value, indicator, language)}
              </b>
            </Link>
          );
        })}
      </nav>
      <SumLine profile={profile} indicator={indicator} />
      {others.length === 0 ? null : (
        <SelectField
          label={t('other_period')}
          value=""
          onChange={(event) => change({ period: event.target.value })}
        >
          <option value="">{t('choose')}</option>
          {others.map((period) => (
            <option key={periodKey(period)} value={periodKey(period)}>
              {name(period)}
            </option>
          ))}
        </SelectField>
      )}
    </>
  );
}

/** Says whether the annual targets add up to a final target that is the sum of years. */
function SumLine({
  profile,
  indicator,
}: {
  readonly profile: ZoneProfile;
  readonly indicator: Indicator;
}) {
  const t = useLabels(indicatorLabels);
  const language = useLanguage();
  const targets = targetsOfIndicator(profile.targets, indicator.id);
  const final = targets.find((target) => periodKey(target.period) === finalKey);
  const years = targets.flatMap(({ period, value }) =>
    period?.kind === 'year' && value !== undefined ? [value] : [],
  );
  if (final?.value === undefined || final.covers === undefined || years.length === 0) return null;
  const sum = years.reduce((a, b) => addDecimal(a, b), '0');
  const words = {
    n: years.length,
    sum: formatInPower(sum, indicator, language),
    final: formatInPower(final.value, indicator, language),
  };
  return (
    <p className={drawerStyles.quiet}>
      {compareDecimal(sum, final.value) === 0 ? t('years_add_up', words) : t('years_sum', words)}
    </p>
  );
}
