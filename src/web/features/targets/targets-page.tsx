import type { ZoneProfile } from '#domain/zone/zone.ts';
import { useManyObservations, useOverview, useSession, useZone } from '#web/data/queries.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { targetsLabels } from '#web/features/targets/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { CloseMonth } from '#web/features/targets/parts/close-month.tsx';
import { ExchangeRates } from '#web/features/targets/exchange-rates/exchange-rates-section.tsx';
import { Months } from '#web/features/targets/months-grid/months-section.tsx';
import {
  ListFields,
  MappingFields,
  NameFields,
  PhaseFields,
} from '#web/features/targets/parts/name-fields.tsx';
import { PlanFields } from '#web/features/targets/parts/plan-fields.tsx';
import { RegisterStartFields } from '#web/features/targets/parts/register-start-fields.tsx';
import { StageWordFields } from '#web/features/targets/parts/stage-label-fields.tsx';
import { TargetFields } from '#web/features/targets/parts/target-fields.tsx';
import { ZoneHistory } from '#web/features/targets/parts/zone-history.tsx';
import { ZoneSection } from '#web/features/targets/parts/zone-section.tsx';
import * as targetsStyles from './targets.module.css';

const parts = [
  ['targets', TargetFields],
  ['plan', PlanFields],
  ['phases', PhaseFields],
  ['names', NameFields],
  ['lists', ListFields],
  ['mapping', MappingFields],
  ['stage_words', StageWordFields],
  ['register_start', RegisterStartFields],
] as const;

function Parts({
  profile,
  latest,
}: {
  readonly profile: ZoneProfile;
  readonly latest: string | undefined;
}) {
  const t = useLabels(targetsLabels);
  const measured = profile.indicators.filter((indicator) => indicator.kind !== 'qualitative');
  const observations = useManyObservations(measured.map((indicator) => indicator.id));
  const columns = measured.map((indicator, at) => ({
    indicator,
    values: observations[at]?.data?.items ?? [],
  }));
  const months = [
    ...new Set(columns.flatMap(({ values }) => values.map((value) => value.period))),
  ].toSorted();
  const own = profile.origin === 'own';
  return (
    <>
      {own ? null : (
        <Notice kind="example">
          {t(profile.fictional ? 'fictional_leaves' : 'example_leaves')}
        </Notice>
      )}
      <Months origin={profile.origin} columns={columns} latest={latest} />
      <CloseMonth own={own} months={months} indicators={profile.indicators} />
      {parts.map(([title, Fields]) => (
        <ZoneSection key={title} name={title} title={t(title)} profile={profile}>
          {(draft, change, seen) => <Fields draft={draft} change={change} seen={seen} />}
        </ZoneSection>
      ))}
      <ExchangeRates currency={profile.base_currency} />
      <ZoneHistory />
    </>
  );
}

/** Monthly values, closing of months, and the zone's targets, plan and names. */
export function TargetsPage() {
  const t = useLabels(targetsLabels);
  const session = useSession();
  const zone = useZone();
  const overview = useOverview();
  return (
    <div className={targetsStyles.page}>
      <QueryView query={session}>
        {(who) =>
          who.may.includes('set_targets') ? (
            <QueryView query={zone} lines={8}>
              {(profile) => (
                <QueryView query={overview}>
                  {(seen) => <Parts profile={profile} latest={seen.latest_month?.period} />}
                </QueryView>
              )}
            </QueryView>
          ) : (
            <Notice>{t('viewer')}</Notice>
          )
        }
      </QueryView>
    </div>
  );
}
