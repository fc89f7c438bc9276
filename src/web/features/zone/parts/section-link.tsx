import { Link } from '#web/ui/controls/link.tsx';
import { zoneLabels } from '#web/features/zone/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import * as zoneStyles from '#web/features/zone/zone.module.css';

/**
 * Says which part of the page is empty, and links to the settings that fill it, for readers who may open
 * them.
 */
export function SectionLink({
  to,
  title,
  isEmpty,
  manager,
}: {
  /** The section of the settings, as `partners`. */
  readonly to: 'zone' | 'targets' | 'phases' | 'areas' | 'partners' | 'facts';
  readonly title: string;
  readonly isEmpty: boolean;
  readonly manager: boolean;
}) {
  const t = useLabels(zoneLabels);
  const { hrefTo } = useViewState();
  if (!isEmpty && !manager) return null;
  const action = t(isEmpty ? 'fill' : 'edit');
  return (
    <p className={zoneStyles.note} data-empty={isEmpty || undefined}>
      {isEmpty ? `${t('not_filled', { title })} ` : null}
      {manager ? (
        <Link to={hrefTo(`/settings/${to}`)} aria-label={`${action}: ${title}`}>
          {action}
        </Link>
      ) : null}
    </p>
  );
}
