import { useMutation } from '@tanstack/react-query';
import { formatDate } from '#domain/values/format.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { useOverview } from '#web/data/queries.ts';
import { overviewQuery } from '#web/data/overview-of-view.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { isLostCode } from '#web/loading/missing-code.tsx';
import { QueryView } from '#web/loading/query-view.tsx';
import { copyLabels } from '#web/features/exports/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { ErrorPanel, type Failure } from '#web/ui/feedback/error-panel.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import * as copyStyles from './copy.module.css';

const describeFailure = (error: Error): Failure =>
  isLostCode(error) ? { code: 'offline' } : toProblem(error);

/** Saves the overview as one HTML file. The code that makes it loads with the first press. */
export function CopyPage() {
  const t = useLabels(copyLabels);
  const language = useLanguage();
  const { view } = useViewState();
  const query = useOverview(overviewQuery(view));
  const save = useMutation({
    mutationFn: async (overview: Overview) =>
      (await import('./save-copy.ts')).saveCopy(view, overview, language),
  });
  return (
    <div className={copyStyles.page}>
      <QueryView query={query}>
        {(overview) => (
          <>
            <p>{t('what', { date: formatDate(overview.as_of, language, 'long') })}</p>
            <p>{t('holds')}</p>
            <Button
              primary
              icon="send"
              disabled={save.isPending}
              onClick={() => save.mutate(overview)}
            >
              {t(save.isPending ? 'making' : 'save')}
            </Button>
            <div role="status">
              {save.data === undefined ? null : <p>{t('saved', { name: save.data.name })}</p>}
              {save.data?.isBare === true ? <Notice kind="bad">{t('no_pictures')}</Notice> : null}
            </div>
            {save.isError ? <ErrorPanel failure={describeFailure(save.error)} /> : null}
          </>
        )}
      </QueryView>
    </div>
  );
}
