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
import { Dialog } from '#web/ui/overlays/dialog.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { AnnotationFields } from './annotation-fields.tsx';
import { isWhole, toAnnotation, toTypedAnnotations } from './typed-annotation.ts';
import { useChangeSavedChart, useSaveChart } from './queries.ts';
import * as chartsStyles from '#web/features/charts/charts.module.css';

export interface SaveFormProps {
  /** The saved chart to change. Undefined for a new one. */
  readonly base: SavedChart | undefined;
  /** The axes that can have annotations. */
  readonly axes: readonly AnnotationAxis[];
  /** The proposed title of a new chart. */
  readonly claim: string;
  readonly makeView: (fixesDay: boolean) => SavedView;
  /** The displayed day, which a saved chart may fix. */
  readonly day: string;
  readonly onSaved: (chart: SavedChart) => void;
  readonly onClose: () => void;
}

type Choice = 'is_shared' | 'is_pinned' | 'is_in_report' | 'fixes_day';
type ChoiceFields = Readonly<Record<Choice, boolean>>;

/** Who sees the saved chart, where it stands, and whether it keeps its day. */
function Choices({
  fields,
  day,
  onChange,
}: {
  readonly fields: ChoiceFields;
  readonly day: string;
  readonly onChange: (fields: Partial<ChoiceFields>) => void;
}) {
  const t = useLabels(chartsLabels);
  const language = useLanguage();
  const mayEdit = useMayEdit();
  const box = (field: Choice) => ({
    checked: fields[field],
    onChange: ({ target }: { readonly target: { readonly checked: boolean } }) =>
      onChange({ [field]: target.checked }),
  });
  return (
    <>
      {mayEdit ? <Checkbox label={t('for_everyone')} {...box('is_shared')} /> : null}
      <Checkbox
        label={t('pinned')}
        hint={t(fields.is_shared ? 'pinned_everyone' : 'pinned_own')}
        {...box('is_pinned')}
      />
      {fields.is_shared ? <Checkbox label={t('in_report')} {...box('is_in_report')} /> : null}
      <Checkbox
        label={t('fixes_day', { day: formatDate(day, language, 'long') })}
        hint={t('fixes_day_hint')}
        {...box('fixes_day')}
      />
    </>
  );
}

/** Saves a chart under a title: for this person or for everyone, with a note. */
function SaveForm({ axes, base, claim, makeView, day, onSaved, onClose }: SaveFormProps) {
  const t = useLabels(chartsLabels);
  const add = useSaveChart();
  const edit = useChangeSavedChart();
  const [fields, setFields] = useState({
    title: base?.title ?? claim,
    note: base?.note ?? '',
    is_shared: base?.is_shared ?? false,
    is_pinned: base?.is_pinned ?? false,
    is_in_report: base?.is_in_report ?? false,
    fixes_day: base?.view.as_of !== undefined,
  });
  const [texts, setTexts] = useState(() => toTypedAnnotations(base?.annotations ?? [], axes));
  const [isTried, setTried] = useState(false);
  const title = fields.title.trim();
  const change = (next: Partial<typeof fields>) => setFields((before) => ({ ...before, ...next }));
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (title === '' || !texts.every(isWhole)) return;
    const { note, is_shared, is_pinned, is_in_report, fixes_day } = fields;
    const body: SavedChartInput = {
      title,
      ...compact({ note: note.trim() || undefined }),
      is_shared,
      is_pinned,
      is_in_report: is_shared && is_in_report,
      ...compact({
        annotations: texts.length === 0 ? undefined : texts.map((one) => toAnnotation(one, axes)),
      }),
      view: makeView(fixes_day),
    };
    if (base === undefined) add.mutate(body, { onSuccess: onSaved });
    else edit.mutate({ base, body }, { onSuccess: onSaved });
  };
  const failure = add.error ?? edit.error;
  return (
    <form className={chartsStyles.form} onSubmit={send} noValidate>
      <Field
        label={t('title')}
        maxLength={200}
        value={fields.title}
        error={isTried && title === '' ? t('title_missing') : undefined}
        onChange={({ target }) => change({ title: target.value })}
      />
      <Field
        label={t('note')}
        maxLength={2000}
        value={fields.note}
        onChange={({ target }) => change({ note: target.value })}
      />
      <AnnotationFields axes={axes} annotations={texts} isTried={isTried} onChange={setTexts} />
      <Choices fields={fields} day={day} onChange={change} />
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

/** The form in a dialog. */
export const SaveDialog = ({ title, ...form }: SaveFormProps & { readonly title: string }) => (
  <Dialog title={title} onClose={form.onClose}>
    <SaveForm {...form} />
  </Dialog>
);
