import { type FormEvent, useState } from 'react';
import type { AnnotationAxis } from '#charts/kit/annotation-axis.ts';
import type { SavedChart, SavedChartInput, SavedView } from '#contract/saved-charts/schemas.ts';
import { compact } from '#domain/values/compact.ts';
import { formatDate } from '#domain/values/format.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useMayEdit } from '#web/data/overview-of-view.ts';
import { chartsLabels } from '#web/features/charts/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Checkbox, Field } from '#web/ui/controls/field.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { AnnotationFields } from './annotation-fields.tsx';
import { isWhole, toAnnotation, toTyped } from './typed-annotation.ts';
import { useChangeSavedChart, useSaveChart } from './queries.ts';
import * as chartsStyles from '#web/features/charts/charts.module.css';

export interface SaveFormProps {
  /** The saved chart to change. Omitted for a new one. */
  readonly seen?: SavedChart;
  /** The axes that can have annotations. */
  readonly axes: readonly AnnotationAxis[];
  /** The proposed title of a new chart. */
  readonly claim: string;
  readonly makeView: (fixesDay: boolean) => SavedView;
  /** The displayed day, which a saved chart may fix. */
  readonly day: string;
  readonly onSaved: (saved: SavedChart) => void;
  readonly onClose: () => void;
}

/** Saves a chart under a title: for this person or for everyone, with a note. */
export function SaveForm({ axes, seen, claim, makeView, day, onSaved, onClose }: SaveFormProps) {
  const t = useLabels(chartsLabels);
  const language = useLanguage();
  const mayEdit = useMayEdit();
  const add = useSaveChart();
  const edit = useChangeSavedChart();
  const [typed, setTyped] = useState({
    title: seen?.title ?? claim,
    note: seen?.note ?? '',
    is_shared: seen?.is_shared ?? false,
    is_pinned: seen?.is_pinned ?? false,
    is_in_report: seen?.is_in_report ?? false,
    fixes_day: seen?.view.as_of !== undefined,
  });
  const [texts, setTexts] = useState(() => toTyped(seen?.annotations ?? [], axes));
  const [isTried, setTried] = useState(false);
  const title = typed.title.trim();
  const check =
    (field: 'is_shared' | 'is_pinned' | 'is_in_report' | 'fixes_day') =>
    ({ target }: { target: { checked: boolean } }) =>
      setTyped((before) => ({ ...before, [field]: target.checked }));
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (title === '' || !texts.every(isWhole)) return;
    const body: SavedChartInput = {
      title,
      ...compact({ note: typed.note.trim() || undefined }),
      is_shared: typed.is_shared,
      is_pinned: typed.is_pinned,
      is_in_report: typed.is_shared && typed.is_in_report,
      ...(texts.length === 0 ? {} : { annotations: texts.map((one) => toAnnotation(one, axes)) }),
      view: makeView(typed.fixes_day),
    };
    if (seen === undefined) add.mutate(body, { onSuccess: onSaved });
    else edit.mutate({ seen, body }, { onSuccess: onSaved });
  };
  const failure = add.error ?? edit.error;
  return (
    <form className={chartsStyles.form} onSubmit={send} noValidate>
      <Field
        label={t('title')}
        maxLength={200}
        value={typed.title}
        error={isTried && title === '' ? t('title_missing') : undefined}
        onChange={({ target }) => setTyped((before) => ({ ...before, title: target.value }))}
      />
      <Field
        label={t('note')}
        maxLength={2000}
        value={typed.note}
        onChange={({ target }) => setTyped((before) => ({ ...before, note: target.value }))}
      />
      <AnnotationFields axes={axes} typed={texts} isTried={isTried} onChange={setTexts} />
      {mayEdit ? (
        <Checkbox
          label={t('for_everyone')}
          checked={typed.is_shared}
          onChange={check('is_shared')}
        />
      ) : null}
      <Checkbox
        label={t('pinned')}
        hint={t(typed.is_shared ? 'pinned_everyone' : 'pinned_own')}
        checked={typed.is_pinned}
        onChange={check('is_pinned')}
      />
      {typed.is_shared ? (
        <Checkbox
          label={t('in_report')}
          checked={typed.is_in_report}
          onChange={check('is_in_report')}
        />
      ) : null}
      <Checkbox
        label={t('fixes_day', { day: formatDate(day, language, 'long') })}
        hint={t('fixes_day_hint')}
        checked={typed.fixes_day}
        onChange={check('fixes_day')}
      />
      <div className={chartsStyles.actions}>
        <Button primary type="submit" disabled={add.isPending || edit.isPending}>
          {t('save')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
      {failure === null ? null : <ErrorPanel failure={toProblem(failure)} />}
    </form>
  );
}
