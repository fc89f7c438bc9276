import { heldToPlanTerm } from '#domain/labels/targets/verdict.ts';
import { Link } from '#web/ui/controls/link.tsx';
import { formatDate, formatPercent } from '#domain/values/format.ts';
import { stageGroupTerms, stageWord } from '#domain/labels/index.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { zoneLabels } from '#web/features/zone/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { StatusChip } from '#web/ui/display/chip.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import * as zoneStyles from '#web/features/zone/zone.module.css';

/** The formula of the plan, with the checkpoints of the zone. */
function PlanRule({ profile }: { readonly profile: ZoneProfile }) {
  const t = useLabels(zoneLabels);
  const language = useLanguage();
  return (
    <>
      <p>{t('plan_formula')}</p>
      <p>{t(profile.plan_path === 'straight' ? 'plan_straight' : 'plan_checkpoints')}</p>
      {profile.checkpoints.length === 0 ? null : (
        <ul>
          {profile.checkpoints.map((point) => (
            <li key={point.date}>
              {t('checkpoint', {
                share: formatPercent(point.share, language, 0),
                date: formatDate(point.date, language, 'long'),
              })}{' '}
              {point.data_status === 'reported' ? null : <StatusChip status={point.data_status} />}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/**
 * How plan, verdict, output and forecast are computed. A manager changes the rules in the settings.
 */
export function Method({
  profile,
  manager,
}: {
  readonly profile: ZoneProfile;
  readonly manager: boolean;
}) {
  const t = useLabels(zoneLabels);
  const language = useLanguage();
  const { hrefTo } = useViewState();
  const { ahead, on, slightly } = profile.thresholds;
  return (
    <section>
      <h2>{t('method')}</h2>
      <dl className={zoneStyles.facts}>
        <div>
          <dt>{t('plan')}</dt>
          <dd>
            <PlanRule profile={profile} />
          </dd>
        </div>
        <div>
          <dt>{t('verdict')}</dt>
          <dd>
            <p>{t('verdict_formula')}</p>
            <ul>
              <li>{t('ahead', { n: ahead })}</li>
              <li>{t('on', { from: on, to: ahead })}</li>
              <li>{t('slightly', { from: slightly, to: on })}</li>
              <li>{t('behind', { n: slightly })}</li>
            </ul>
            <p>{heldToPlanTerm[language]}</p>
          </dd>
        </div>
        <div>
          <dt>{t('stages')}</dt>
          <dd>
            <ul>
              {(['established', 'pipeline'] as const).map((group) => (
                <li key={group}>
                  {stageGroupTerms[group][language]}:{' '}
                  {profile.stage_mapping[group]
                    .map((stage) => stageWord(profile.stage_words, stage, language))
                    .join(' · ') || '—'}
                </li>
              ))}
            </ul>
            <p>{t('stages_text')}</p>
          </dd>
        </div>
        <div>
          <dt>{t('output')}</dt>
          <dd>
            {t('output_text')}
            {profile.indicators.some((one) => one.january_in_february === true) ? (
              <p>{t('output_january')}</p>
            ) : null}
          </dd>
        </div>
        <div>
          <dt>{t('forecast')}</dt>
          <dd>
            <p>{t('forecast_text')}</p>
            <Link to={hrefTo('/forecasts')}>{t('forecast_record')}</Link>
          </dd>
        </div>
        <div>
          <dt>{t('apart')}</dt>
          <dd>{t('apart_text')}</dd>
        </div>
      </dl>
      {manager ? <Link to={hrefTo('/settings/rules')}>{t('edit')}</Link> : null}
    </section>
  );
}
