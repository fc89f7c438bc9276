import { Suspense } from 'react';
import type { SharedPage } from '#contract/links/constants.ts';
import type { SharedPayload } from '#contract/links/schemas.ts';
import { readerLabels } from '#web/features/links/labels/reader/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { type LaterComponent, laterComponent } from '#web/loading/later-component.tsx';
import { Button } from '#web/ui/controls/button.tsx';
import { Skeleton } from '#web/ui/feedback/skeleton.tsx';
import { CopyButton } from '#web/features/links/copy/copy-button.tsx';
import { OverviewBody } from './overview-body.tsx';
import { SharedTitle } from './shared-title.tsx';
import { ChangesSinceLastVisit } from './changes-since-last-visit.tsx';
import { keepsVisits } from './last-visit.ts';
import * as textStyles from '#web/ui/text.module.css';
import * as readerStyles from '#web/features/links/reader.module.css';

interface BodyProps {
  readonly payload: SharedPayload;
}
/** The body of each page of a link. The code of the overview is loaded with the view. */
const bodies: {
  readonly [Page in SharedPage]: Pick<LaterComponent<BodyProps>, 'Component' | 'preload'>;
} = {
  overview: { Component: OverviewBody, preload: () => Promise.resolve() },
  pipeline: laterComponent(async () => (await import('./pipeline-body.tsx')).PipelineBody),
  projects: laterComponent(async () => (await import('./projects-body.tsx')).ProjectsBody),
  changes: laterComponent(async () => (await import('./changes-body.tsx')).ChangesBody),
  charts: laterComponent(async () => (await import('./chart-body.tsx')).ChartBody),
  outlook: laterComponent(async () => (await import('./outlook-body.tsx')).OutlookBody),
};
/** Loads the code of the page of a link, so that it renders without Suspense. */
export const preloadBody = (page: SharedPage): Promise<void> => bodies[page].preload();

/** Renders the payload of a link, for recipients and as a preview. */
export function SharedView({ payload }: { readonly payload: SharedPayload }) {
  const t = useLabels(readerLabels);
  const { page } = payload.view;
  const Body = bodies[page].Component;
  // these pages write their own title
  const isOfChart = page === 'charts' || page === 'outlook';
  return (
    <div className={readerStyles.page} data-view>
      {isOfChart ? null : <SharedTitle payload={payload} />}
      {keepsVisits(payload) ? <ChangesSinceLastVisit payload={payload} /> : null}
      <Suspense fallback={<Skeleton lines={8} />}>
        <Body payload={payload} />
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
