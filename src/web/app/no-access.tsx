import { Link } from '#web/ui/controls/link.tsx';
import type { Right, Role } from '#contract/core/rights.ts';
import { useSession } from '#web/data/view-queries.ts';
import { accountLabels } from '#web/features/accounts/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';

/** The lowest role that has a right. */
const roleFor = (needs: Right): Role =>
  needs === 'manage_people'
    ? 'admin'
    : needs === 'share_own' || needs === 'export_data'
      ? 'analyst'
      : 'manager';

/**
 * Replaces a page that the reader may not open: names the role that it requires and whom to ask.
 */
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
