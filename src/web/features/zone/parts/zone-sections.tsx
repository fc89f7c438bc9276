import { targetKey } from '#domain/zone/indicator.ts';
import { isWordingOutdated } from '#domain/zone/target-history.ts';
import { makeWording } from '#domain/targets/wording.ts';
import { addDecimal } from '#domain/values/decimal.ts';
import { formatDate, formatValue } from '#domain/values/format.ts';
import { formatTarget } from '#domain/targets/format-target.ts';
import { isStandardText, sourceTitle } from '#domain/zone/standard-texts.ts';
import { isCounted } from '#domain/values/counted-units.ts';
import { prefectureTerms } from '#domain/labels/index.ts';
import { partnerTypes, type Partner, type ZoneProfile } from '#domain/zone/zone.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import { zoneLabels } from '#web/features/zone/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { sourceWithDate } from '#web/figures/figure-source.ts';
import { StatusChip } from '#web/ui/display/chip.tsx';
import { writePublishedFigure } from './published-figure.ts';
import { SectionLink } from './section-link.tsx';
import * as zoneStyles from '#web/features/zone/zone.module.css';

interface Part {
  readonly profile: ZoneProfile;
}
export interface SectionProps extends Part {
  /** Whether the reader may change the settings. */
  readonly manager: boolean;
}
/** A source with its day, written once, since many titles contain it. */
const Origin = ({
  profile,
  source,
  date,
}: Part & { readonly source: string; readonly date: string }) => {
  return sourceWithDate(sourceTitle(profile, source), date, useLanguage());
};

/** The facts of the zone: its place, area, standing and theme, and its published figures. */
export function Facts({ profile, manager }: SectionProps) {
  const t = useLabels(zoneLabels);
  const language = useLanguage();
  const rows = [
    [t('place'), profile.name[language]],
    [
      t('area'),
      profile.area_km2 === undefined
        ? undefined
        : formatValue(profile.area_km2, 'km2', language).text,
    ],
    [t('standing'), profile.standing?.[language]],
    [t('theme'), profile.theme?.[language]],
  ] as const;
  return (
    <section>
      <h2>{t('facts')}</h2>
      <dl className={zoneStyles.facts}>
        {rows.map(([label, value]) =>
          value === undefined || value === '' ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      <SectionLink to="zone" title={t('facts')} isEmpty={false} manager={manager} />
      {profile.published.length === 0 ? null : (
        <>
          <h3>
            {t('published')}{' '}
            <StatusChip
              status={profile.fictional ? 'illustrative' : 'reported'}
              source={profile.published}
            />
          </h3>
          <ul className={`${zoneStyles.list} ${zoneStyles.twoColumns}`}>
            {profile.published.map((fact) => (
              <li key={`${fact.id} ${fact.date}`}>
                <b>{writePublishedFigure(fact, language)}</b>
                <small>
                  {fact.note === undefined ? null : `${fact.note[language]} · `}
                  <Origin profile={profile} source={fact.source} date={fact.date} />
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
      <SectionLink
        to="facts"
        title={t('published')}
        isEmpty={profile.published.length === 0}
        manager={manager}
      />
    </section>
  );
}

/** The targets of the zone in words, with their sources. */
export function Targets({ profile, manager }: SectionProps) {
  const t = useLabels(zoneLabels);
  const language = useLanguage();
  return (
    <section>
      <h2>{t('targets')}</h2>
      <ul className={zoneStyles.list}>
        {profile.targets.map((target) => {
          const indicator = profile.indicators.find((one) => one.id === target.indicator);
          return (
            <li key={targetKey(target)}>
              <b>
                {sentenceStart(
                  indicator === undefined
                    ? target.indicator
                    : makeWording(target, indicator)[language],
                )}{' '}
                <StatusChip
                  status={target.data_status}
                  source={
                    isStandardText(sourceTitle(profile, target.source).en)
                      ? undefined
                      : target.source
                  }
                />
              </b>
              <span>
                {[
                  indicator?.name[language],
                  t('by', { date: formatDate(target.deadline, language, 'long') }),
                  ...(target.baseline === undefined || indicator === undefined
                    ? []
                    : [
                        t('start', {
                          value: formatValue(target.baseline, indicator.unit, language).text,
                          date: formatDate(target.baseline_date, language, 'long'),
                        }),
                      ]),
                ]
                  .filter((x) => x !== undefined)
                  .join(' · ')}
              </span>
              <small>
                <Origin profile={profile} source={target.source} date={target.source_date} />
              </small>
              {isWordingOutdated(target, []) ? <small>{t('wording_outdated')}</small> : null}
              {indicator === undefined ? null : <small>{indicator.definition[language]}</small>}
            </li>
          );
        })}
      </ul>
      {profile.targets.map((target) => {
        const unit = profile.indicators.find((one) => one.id === target.indicator)?.unit;
        if (
          target.comparator !== '>' ||
          target.value === undefined ||
          unit === undefined ||
          !isCounted(unit)
        )
          return null;
        const text = (value: string) => formatValue(value, unit, language).text;
        const values = {
          value: text(target.value),
          target: formatTarget('>', target.value, unit, language),
        };
        return (
          <p key={targetKey(target)} className={zoneStyles.note}>
            {t('over_is', { ...values, least: text(addDecimal(target.value, '1')) })}
          </p>
        );
      })}
      <SectionLink
        to="targets"
        title={t('targets')}
        isEmpty={profile.targets.length === 0}
        manager={manager}
      />
    </section>
  );
}

/**
 * Partners by kind. A prefecture is written in Japanese, marked as such, with its name in the
 * reader's language.
 */
export function Partners({ profile, manager }: SectionProps) {
  const t = useLabels(zoneLabels);
  const language = useLanguage();
  const name = (partner: Partner) => {
    const own =
      partner.prefecture === undefined ? undefined : prefectureTerms[partner.prefecture]?.ja;
    const read = partner.name[language];
    return own === undefined || language === 'ja' ? (
      read
    ) : (
      <>
        <b lang="ja">{own}</b> {read === own ? null : read}
      </>
    );
  };
  return (
    <section>
      <h2>{t('partners')}</h2>
      <div className={zoneStyles.flow}>
        {partnerTypes.map((type) => {
          const partners = profile.partners.filter((partner) => partner.type === type);
          if (partners.length === 0) return null;
          return (
            <div key={type}>
              <h3>
                {type === 'local_government'
                  ? t('local_governments', { count: partners.length })
                  : t(type)}
              </h3>
              <ul className={zoneStyles.list}>
                {partners.map((partner) => (
                  <li key={partner.id}>
                    <span>{name(partner)}</span>
                    <small>
                      <Origin profile={profile} source={partner.source} date={partner.date} />
                      {partner.ended === undefined
                        ? null
                        : ` · ${t('ended', { date: formatDate(partner.ended, language, 'long') })}`}
                    </small>
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </div>
      <SectionLink
        to="partners"
        title={t('partners')}
        isEmpty={profile.partners.length === 0}
        manager={manager}
      />
    </section>
  );
}

/** The sources of the zone's figures. */
export function Sources({ profile, manager }: SectionProps) {
  const t = useLabels(zoneLabels);
  const language = useLanguage();
  if (profile.sources.length === 0 && !manager) return null;
  return (
    <section>
      <h2>{t('sources')}</h2>
      <ul className={zoneStyles.list}>
        {profile.sources.map((source) => (
          <li key={source.id}>
            {source.url === undefined ? (
              <span>{source.title[language]}</span>
            ) : (
              <a href={source.url} rel="noreferrer" target="_blank">
                {source.title[language]}
              </a>
            )}
            {source.title[language].includes(formatDate(source.date, language, 'long')) ? null : (
              <small>{formatDate(source.date, language, 'long')}</small>
            )}
          </li>
        ))}
      </ul>
      <SectionLink
        to="facts"
        title={t('sources')}
        isEmpty={profile.sources.length === 0}
        manager={manager}
      />
    </section>
  );
}
