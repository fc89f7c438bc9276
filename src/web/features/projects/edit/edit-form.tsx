import { Fragment, useState, type FormEvent } from 'react';
import { isOffered } from '#domain/projects/fields/chinese-fields.ts';
import { listReplans } from '#domain/projects/milestones.ts';
import {
  amountFields,
  applyChanges,
  dateFields,
  lineFields,
  longFields,
  numberFields,
  readField,
  type FactField,
} from '#domain/projects/fields.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { formatDate } from '#domain/values/format.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { SeenProject } from './queries.ts';
import { projectLabels, projectListLabels } from '#web/features/projects/labels/index.ts';
import type { ProblemError } from '#web/data/problem-error.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Field } from '#web/ui/controls/field.tsx';
import { DateField } from '#web/ui/dates/date-field.tsx';
import {
  asText,
  isAbroad,
  readTexts,
  type Texts,
  typedUnit,
  type Writing,
} from '#web/features/projects/facts/fact-entry.ts';
import { FactInput } from '#web/features/projects/facts/fact-field.tsx';
import { NameFields } from './name-fields.tsx';
import { MergeView } from './merge-view.tsx';
import { keepDraft, readDraft } from './project-draft.ts';
import { useSaveProject, type SavedProject } from './use-save-project.ts';
import * as projectsStyles from '#web/features/projects/projects.module.css';
import * as formStyles from '#web/features/projects/project-forms.module.css';

const groups: readonly {
  readonly title: 'facts' | 'amounts' | 'milestones';
  readonly fields: readonly FactField[];
}[] = [
  {
    title: 'facts',
    fields: [...lineFields, 'site_mode', ...numberFields, ...longFields, 'data_status'],
  },
  { title: 'amounts', fields: amountFields },
  { title: 'milestones', fields: dateFields.filter((field) => field !== 'last_update') },
];

interface EditFormProps {
  readonly seenProject: SeenProject;
  readonly profile: ZoneProfile | undefined;
  readonly writing: Writing;
  readonly today: string;
  readonly onDone: (project: SavedProject | undefined) => void;
}
type Words = Parameters<ReturnType<typeof useSaveProject>['save']>[2];

/** The first day from which a change can be valid, if the failure is an earlier day. */
function findFirstDay(failure: ProblemError | undefined): IsoDate | undefined {
  const error = failure?.problem?.errors?.find(({ path }) => path === 'valid_from');
  return /\d{4}-\d{2}-\d{2}$/.exec(error?.message ?? '')?.[0];
}

/** The draft of the facts, and the version on which it is based. */
function useEditDraft({ seenProject, writing, today }: EditFormProps) {
  const { code } = seenProject.data;
  const [storedDraft] = useState(() => readDraft(code));
  // Others may change the project while this form is open.
  const [base] = useState<SeenProject>({
    data: seenProject.data,
    etag: storedDraft?.etag ?? seenProject.etag,
  });
  const [texts, setTexts] = useState<Texts>(storedDraft?.texts ?? {});
  const write = (next: Texts) => {
    setTexts(next);
    keepDraft(code, { etag: base.etag, texts: next });
  };
  const { changes, wrong } = readTexts(texts, base.data, writing, today);
  const { milestones } = base.data;
  return {
    base,
    texts,
    write,
    changes,
    hasErrors: Object.keys(wrong).length > 0,
    isReplanned: listReplans(milestones, applyChanges(base.data, changes).milestones).length > 0,
    forget: () => keepDraft(code, { etag: undefined, texts: {} }),
  };
}

/**
 * Edits all facts of a project. The draft survives a reload and a failed save, and is merged with
 * changes of others.
 */
export function EditForm(props: EditFormProps) {
  const { seenProject, profile, writing, today, onDone } = props;
  const t = useLabels(projectLabels);
  const draft = useEditDraft(props);
  const { base, texts, write, changes, isReplanned } = draft;
  const [words, setWords] = useState<Words>({ reason: '', valid_from: '' });
  const onStored = (savedProject: SavedProject | undefined) => {
    draft.forget();
    onDone(savedProject);
  };
  const saver = useSaveProject(seenProject.data.code, today, onStored);
  const needsReason = isReplanned && words.reason.trim() === '';
  const isOpen = draft.hasErrors || needsReason;
  const isDirty = Object.keys(texts).length > 0;
  const firstDay = findFirstDay(saver.failure);
  const failure =
    saver.failure === undefined || firstDay !== undefined ? null : (
      <ErrorPanel failure={saver.failure} />
    );
  if (saver.clash !== undefined)
    return (
      <>
        {failure}
        <MergeView
          clash={saver.clash}
          profile={profile}
          saving={saver.saving}
          onSettle={(theirs) => void saver.settle(theirs, words)}
        />
      </>
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isOpen) return;
    if (Object.keys(changes).length === 0) onStored({ revision: null, merged: false });
    else void saver.save(changes, base, words);
  };
  const input = (field: FactField) => (
    <FactInput
      key={field}
      field={field}
      text={texts[field] ?? asText(readField(base.data, field), writing)}
      onChange={(text) => write({ ...texts, [field]: text })}
      writing={writing}
      today={today}
      profile={profile}
    />
  );
  return (
    <form className={formStyles.edit} aria-label={t('edit')} noValidate onSubmit={submit}>
      {groups.map((group) => (
        <Fragment key={group.title}>
          <fieldset>
            <GroupLegend title={group.title} writing={writing} />
            {group.fields
              .filter((field) => isOffered(field, base.data, isAbroad(writing)))
              .map(input)}
          </fieldset>
          {group.title === 'facts' ? <NameFields input={input} /> : null}
        </Fragment>
      ))}
      <ReasonFields
        {...{ words, needsReason, isReplanned, today, firstDay }}
        onChange={(more) => setWords({ ...words, ...more })}
      />
      {failure}
      <div className={formStyles.actions}>
        <Button primary type="submit" disabled={saver.saving || isOpen}>
          {t(saver.saving ? 'saving' : 'save')}
        </Button>
        <Button onClick={() => onDone(undefined)}>{t('cancel')}</Button>
        {isDirty ? <span role="status">{t('draft')}</span> : null}
        {isDirty ? <TextButton onClick={() => write({})}>{t('discard')}</TextButton> : null}
      </div>
    </form>
  );
}

function GroupLegend({
  title,
  writing,
}: {
  readonly title: (typeof groups)[number]['title'];
  readonly writing: Writing;
}) {
  const t = useLabels(projectLabels);
  const names = useLabels(projectListLabels);
  return (
    <>
      <legend>{names(title)}</legend>
      {title === 'amounts' ? (
        <p className={`${projectsStyles.code} ${formStyles.wide}`}>
          {t('amount_hint', { unit: typedUnit(writing) })}
        </p>
      ) : null}
    </>
  );
}

/** The reason of a change of facts and its first day; a new plan date needs a reason. */
function ReasonFields({
  words,
  needsReason,
  isReplanned,
  today,
  firstDay,
  onChange,
}: {
  readonly words: Words;
  readonly needsReason: boolean;
  readonly isReplanned: boolean;
  readonly today: string;
  readonly firstDay: IsoDate | undefined;
  readonly onChange: (words: Partial<Words>) => void;
}) {
  const t = useLabels(projectLabels);
  const language = useLanguage();
  return (
    <fieldset>
      <legend>{t('why')}</legend>
      <Field
        label={t(isReplanned ? 'reason_replan' : 'reason_optional')}
        required={isReplanned}
        error={needsReason ? t('replan_needs_reason') : undefined}
        value={words.reason}
        maxLength={500}
        onChange={(event) => onChange({ reason: event.target.value })}
      />
      <DateField
        label={t('valid_from')}
        hint={t('valid_hint')}
        error={
          firstDay === undefined
            ? undefined
            : t('valid_early', { date: formatDate(firstDay, language, 'long') })
        }
        max={today}
        value={words.valid_from}
        onChange={(event) => onChange({ valid_from: event.target.value })}
      />
    </fieldset>
  );
}
