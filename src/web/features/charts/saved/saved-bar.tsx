import { lazy, Suspense, useState } from 'react';
import type { ChartDefinition } from '#charts/kit/definition.ts';
import type { SavedChart } from '#contract/saved-charts/schemas.ts';
import { chartsLabels } from '#web/features/charts/labels/index.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Dialog } from '#web/ui/overlays/dialog.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { useRemoveSavedChart } from './queries.ts';
import type { SaveFormProps } from './save-form.tsx';
import { isChanged, toSavedView, toViewState } from '#web/url/saved-view.ts';
import * as chartsStyles from '#web/features/charts/charts.module.css';
import * as textStyles from '#web/ui/text.module.css';

const SaveDialog = lazy(async () => ({
  default: (await import('./save-form.tsx')).SaveDialog,
}));

interface SavedBarProps {
  readonly chart: Pick<ChartDefinition<unknown>, 'id' | 'takesScenario'>;
  /** Makes the input of the form from the chart. It takes as long as drawing the chart. */
  readonly makeOffer: () => Pick<SaveFormProps, 'axes' | 'claim'>;
  readonly day: string;
  readonly saved: SavedChart | undefined;
}

/** Saves the chart, or changes and removes the saved chart that is shown. */
export function SavedBar({ chart, makeOffer, day, saved }: SavedBarProps) {
  const t = useLabels(chartsLabels);
  const { view, open: openPage } = useViewState();
  const remove = useRemoveSavedChart();
  const [open, setOpen] = useState<'new' | 'change' | 'remove'>();
  const editableChart = saved?.may_change === true ? saved : undefined;
  const close = () => setOpen(undefined);
  const makeView = (fixesDay: boolean) => toSavedView(chart, view, fixesDay ? day : undefined);
  const goTo = (one: SavedChart) => {
    close();
    openPage('/charts', toViewState(one));
  };
  return (
    <div className={chartsStyles.saved}>
      {saved === undefined ? null : (
        <p className={textStyles.note}>
          {saved.owner === 'local'
            ? t('saved_here')
            : t(saved.is_shared ? 'saved_everyone' : 'saved_own', { name: saved.owner })}
          {isChanged(saved, chart, view) ? ` · ${t('changed')}` : ''}
        </p>
      )}
      <div className={chartsStyles.actions}>
        {editableChart === undefined ? null : (
          <>
            <Button onClick={() => setOpen('change')}>{t('change')}</Button>
            <TextButton onClick={() => setOpen('remove')}>{t('remove')}</TextButton>
          </>
        )}
        <Button onClick={() => setOpen('new')}>
          {t(saved === undefined ? 'save_chart' : 'save_copy')}
        </Button>
      </div>
      {open === 'new' || open === 'change' ? (
        <Suspense>
          <SaveDialog
            {...makeOffer()}
            title={t(open === 'new' ? 'save_chart' : 'change')}
            day={day}
            makeView={makeView}
            onSaved={goTo}
            onClose={close}
            base={open === 'change' ? editableChart : undefined}
          />
        </Suspense>
      ) : null}
      {open === 'remove' && editableChart !== undefined ? (
        <Dialog title={t('remove_title', { title: editableChart.title })} onClose={close}>
          <p>{t(editableChart.is_shared ? 'remove_everyone' : 'remove_own')}</p>
          <div className={chartsStyles.actions}>
            <Button
              primary
              disabled={remove.isPending}
              onClick={() =>
                remove.mutate(editableChart, {
                  onSuccess: () => openPage('/charts', { chart: chart.id }),
                })
              }
            >
              {t('remove')}
            </Button>
            <Button onClick={close}>{t('cancel')}</Button>
          </div>
          {remove.error === null ? null : <ErrorPanel failure={toProblem(remove.error)} />}
        </Dialog>
      ) : null}
    </div>
  );
}
