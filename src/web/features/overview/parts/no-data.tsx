import type { ReactNode } from 'react';
import { Link } from '#web/ui/controls/link.tsx';
import { useChooseSample } from '#web/data/mutations.ts';
import { overviewLabels } from '#web/features/overview/labels/index.ts';
import { frameLabels } from '#web/i18n/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { momentText } from '#web/ui/time/moment-text.ts';
import { useMayEdit } from '#web/data/overview-of-view.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { EmptyState } from '#web/ui/feedback/empty-state.tsx';
import * as controlsStyles from '#web/ui/controls/controls.module.css';

/** Says that the store held nothing at the chosen moment. */
export function NothingRecorded({
  knownAt,
  children,
}: {
  readonly knownAt: string;
  readonly children?: ReactNode;
}) {
  const t = useLabels(overviewLabels);
  const language = useLanguage();
  return (
    <EmptyState title={t('nothing_recorded', { date: momentText(knownAt, language) })}>
      {children}
    </EmptyState>
  );
}

/**
 * Says that nothing has been imported or chosen: no page has content, and a month has no indicators
 * to enter.
 */
export function NoData() {
  const t = useLabels(overviewLabels);
  const f = useLabels(frameLabels);
  const { hrefTo } = useViewState();
  const choose = useChooseSample();
  const mayEdit = useMayEdit();
  return (
    <EmptyState title={t('no_data')}>
      {mayEdit ? (
        <>
          <Link
            className={`${controlsStyles.button} ${controlsStyles.primary}`}
            to={hrefTo('/setup')}
          >
            {f('setup')}
          </Link>
          <Link className={controlsStyles.button} to={hrefTo('/import')}>
            {t('import_file')}
          </Link>
          <Button disabled={choose.isPending} onClick={() => choose.mutate('sample')}>
            {t('show_sample')}
          </Button>
        </>
      ) : null}
    </EmptyState>
  );
}
