import { Link } from 'react-router-dom';
import type { Right, Role } from '#contract/core/rights.ts';
import { useSession } from '#web/data/view-queries.ts';
import { accountLabels } from '#web/features/accounts/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';

/** The least role that a page takes, to be named to who lacks it. */
const roleFor = (needs: Right): Role =>
  needs === 'manage_people'
    ? 'admin'
    : needs === 'share_own' || needs === 'export_data'
      ? 'analyst'
      : 'manager';

/** Stands for a page that this reader may not use: which role that takes, and whom to ask. */
export function NoAccess({ needs }: { readonly needs: Right }) {
  const t = useLabels(accountLabels);
  const { hrefTo } = useViewState();
  const first = useSession().data?.may.includes('set_up') === true;
  return (
    <EmptyState title={t('no_access', { role: t(roleFor(needs)) })}>
      {first ? (
        <Link to={hrefTo('/account')}>{t('set_up')}</Link>
      ) : (
        <span>{t('no_access_text')}</span>
      )}
    </EmptyState>
  );
}
