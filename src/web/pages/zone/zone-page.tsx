import { useSession, useZone } from '#web/data/queries.ts';
import { QueryView } from '#web/shell/query-view.tsx';
import { zoneText } from '#web/i18n/zone/text.ts';
import { useText } from '#web/i18n/text.ts';
import { Notice } from '#web/ui/notice.tsx';
import { Method } from './method.tsx';
import { Facts, Parts, Partners, Sources, Targets } from './zone-parts.tsx';
import './zone.css';

/** Which zone this is, what it promised, with whom, and how its figures are judged. */
export function ZonePage() {
  const t = useText(zoneText);
  const zone = useZone();
  const manager = useSession().data?.may.includes('set_targets') === true;
  return (
    <div className="zone">
      <QueryView query={zone} lines={8}>
        {(profile) => (
          <>
            {profile.fictional ? <Notice kind="example">{t('fictional')}</Notice> : null}
            <Facts profile={profile} />
            <Targets profile={profile} />
            <Parts profile={profile} />
            <Partners profile={profile} />
            <Method key={`${profile.origin}`} profile={profile} manager={manager} />
            <Sources profile={profile} />
          </>
        )}
      </QueryView>
    </div>
  );
}
