import { listOpenSteps } from '#web/features/setup/steps.ts';
import { Link } from '#web/ui/controls/link.tsx';
import type { Overview } from '#domain/overview/overview.ts';
import { listMark } from '#domain/values/language.ts';
import { useSession, useZone } from '#web/data/queries.ts';
import { setupLabels } from '#web/features/setup/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import * as textStyles from '#web/ui/text.module.css';

/** One line with the open steps of the set-up, for readers who may do them. */
export function SetupLine({ overview }: { readonly overview: Overview }) {
  const t = useLabels(setupLabels);
  const language = useLanguage();
  const { view, hrefTo } = useViewState();
  const zone = useZone().data;
  const may = useSession().data?.may.includes('set_targets') === true;
  // what an earlier day lacks is no step of the set-up
  const isEarlier = view.as_of !== undefined && view.as_of < (overview.days.at(-1) ?? '');
  if (!may || zone?.origin !== 'own' || isEarlier) return null;
  const open = listOpenSteps({ zone, overview });
  if (open.length === 0) return null;
  const names = open.map((id) => t(id)).join(listMark(language));
  return (
    <p className={textStyles.quiet}>
      {t('still_open', { names })} <Link to={hrefTo('/setup')}>{t('continue')}</Link>
    </p>
  );
}
