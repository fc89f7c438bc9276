import { useSession, useZone } from '#web/data/queries.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { zoneLabels } from '#web/features/zone/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { MeasureDefinitions } from '#web/features/explain/measure-definitions.tsx';
import { Method } from '#web/features/zone/parts/method.tsx';
import { Facts, Partners, Sources, Targets } from '#web/features/zone/parts/zone-sections.tsx';
import { Parts } from '#web/features/zone/parts/zone-parts.tsx';
import * as zoneStyles from './zone.module.css';

/** The identity of the zone, its promises, its partners, and the rules of its figures. */
export function ZonePage() {
  const t = useLabels(zoneLabels);
  const zone = useZone();
  const manager = useSession().data?.may.includes('set_targets') === true;
  return (
    <div className={zoneStyles.zone}>
      <QueryView query={zone} lines={8}>
        {(profile) => (
          <>
            {profile.fictional ? <Notice kind="example">{t('fictional')}</Notice> : null}
            <Facts profile={profile} manager={manager} />
            <Targets profile={profile} manager={manager} />
            <Parts profile={profile} manager={manager} />
            <Partners profile={profile} manager={manager} />
            <Method key={`${profile.origin}`} profile={profile} manager={manager} />
            <MeasureDefinitions />
            <Sources profile={profile} manager={manager} />
          </>
        )}
      </QueryView>
    </div>
  );
}
