import { sameWords } from '#domain/labels/index.ts';
import { formatDate } from '#domain/values/format.ts';
import { zoneLabels } from '#web/features/zone/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { IndustryDot } from '#web/ui/display/industry-dot.tsx';
import { useRegisterAreas } from './use-register-areas.ts';
import { SectionLink } from './section-link.tsx';
import type { SectionProps } from './zone-sections.tsx';
import * as zoneStyles from '#web/features/zone/zone.module.css';

/** The phases, function zones and industries. */
export function Parts({ profile, manager }: SectionProps) {
  const t = useLabels(zoneLabels);
  const language = useLanguage();
  const areas = useRegisterAreas(profile.function_zones);
  const unlisted = areas?.unlisted ?? [];
  const zones = [
    ...profile.function_zones,
    ...unlisted.map((word) => ({ id: word, name: sameWords(word) })),
  ];
  return (
    <div className={zoneStyles.columns}>
      <section>
        <h2>{t('phases')}</h2>
        <ol className={zoneStyles.list}>
          {profile.phases.map((phase) => (
            <li key={phase.id}>
              <b>{phase.name[language]}</b>
              <small>
                {t('span', {
                  from: formatDate(phase.start, language, 'long'),
                  to: formatDate(phase.end, language, 'long'),
                })}
              </small>
            </li>
          ))}
        </ol>
        {profile.phase_note === undefined ? null : (
          <p className={zoneStyles.note}>{profile.phase_note[language]}</p>
        )}
        <SectionLink
          to="phases"
          title={t('phases')}
          isEmpty={profile.phases.length === 0}
          manager={manager}
        />
      </section>
      <section>
        <h2>{t('function_zones')}</h2>
        <ul className={zoneStyles.list}>
          {zones.map(({ id, name }) => (
            <li key={id}>
              {name[language]}
              {areas === undefined ? null : <small data-listed>{areas.countWords(id)}</small>}
            </li>
          ))}
        </ul>
        <SectionLink
          to="areas"
          title={t('function_zones')}
          isEmpty={areas !== undefined && zones.length === 0}
          manager={manager}
        />
      </section>
      <section>
        <h2>{t('industries')}</h2>
        <ul className={zoneStyles.list}>
          {profile.industries.map((industry) => (
            <li key={industry.id}>
              <span>
                <IndustryDot colour={industry.colour} />
                {industry.name[language]}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
