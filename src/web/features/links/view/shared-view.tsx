import { lazy, Suspense } from 'react';
import type { SharedPayload } from '#contract/links/schemas.ts';
import { readerLabels } from '#web/features/links/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Skeleton } from '#web/ui/feedback/skeleton.tsx';
import { CopyButton } from '#web/features/links/copy/copy-button.tsx';
import { OverviewBody } from './overview-body.tsx';
import { SharedTitle } from './shared-title.tsx';
import { ChangesSinceLastVisit } from './changes-since-last-visit.tsx';
import * as textStyles from '#web/ui/text.module.css';
import * as readerStyles from '#web/features/links/reader.module.css';

const PipelineBody = lazy(async () => ({
  default: (await import('./pipeline-body.tsx')).PipelineBody,
}));
const ProjectsBody = lazy(async () => ({
  default: (await import('./projects-body.tsx')).ProjectsBody,
}));
const ChangesBody = lazy(async () => ({
  default: (await import('./changes-body.tsx')).ChangesBody,
}));

const ChartBody = lazy(async () => ({
  default: (await import('./chart-body.tsx')).ChartBody,
}));
const OutlookBody = lazy(async () => ({
  default: (await import('./outlook-body.tsx')).OutlookBody,
}));

/** Renders the payload of a link, for recipients and as a preview. */
export function SharedView({ payload }: { readonly payload: SharedPayload }) {
  const t = useLabels(readerLabels);
  const { link, view } = payload;
  const { page } = view;
  // these pages write their own title
  const isOfChart = page === 'charts' || page === 'outlook';
  return (
    <div className={readerStyles.page} data-view>
      {isOfChart ? null : <SharedTitle payload={payload} />}
      {link.id === '' || link.frozen !== undefined || isOfChart ? null : (
        <ChangesSinceLastVisit payload={payload} />
      )}
      <Suspense fallback={<Skeleton lines={8} />}>
        {page === 'overview' ? <OverviewBody payload={payload} /> : null}
        {page === 'pipeline' ? <PipelineBody payload={payload} /> : null}
        {page === 'projects' ? <ProjectsBody payload={payload} /> : null}
        {page === 'changes' ? <ChangesBody payload={payload} /> : null}
        {page === 'charts' ? <ChartBody payload={payload} /> : null}
        {page === 'outlook' ? <OutlookBody payload={payload} /> : null}
      </Suspense>
      <footer className={readerStyles.foot} data-not-copied>
        <p>{t('foot')}</p>
        <div className={textStyles.row}>
          <CopyButton payload={payload} />
          <Button icon="print" onClick={() => window.print()}>
            {t('print')}
          </Button>
        </div>
      </footer>
    </div>
  );
}
