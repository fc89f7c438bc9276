import { useState } from 'react';
import { replansOf } from '#domain/projects/milestones.ts';
import {
  amountFields,
  applyChanges,
  dateFields,
  lineFields,
  longFields,
  numberFields,
  fieldOf,
  type FactField,
} from '#domain/projects/fields.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { SeenProject } from './queries.ts';
import { projectText } from '#web/features/projects/labels/project/index.ts';
import { projectsText } from '#web/features/projects/labels/list/index.ts';
import { useText } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Field } from '#web/ui/controls/field.tsx';
import {
  asText,
  readTexts,
  type Texts,
  typedUnit,
  type Writing,
} from '#web/features/projects/facts/fact-entry.ts';
import { FactInput } from '#web/features/projects/facts/fact-field.tsx';
import { MergeView } from './merge-view.tsx';
import { keepDraft, readDraft } from './project-draft.ts';
import { useSaveProject, type SavedProject } from './use-save-project.ts';

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

/** All facts of one project to change. What was typed outlives a reload and a failed save, and is merged with what others did. */
export function EditForm({
  seen,
  profile,
  writing,
  today,
  onDone,
}: {
  readonly seen: SeenProject;
  readonly profile: ZoneProfile | undefined;
  readonly writing: Writing;
  readonly today: string;
  readonly onDone: (saved: SavedProject | undefined) => void;
}) {
  const t = useText(projectText);
  const names = useText(projectsText);
  const { code } = seen.data;
  const [kept] = useState(() => readDraft(code));
  // the version that was typed over: others may change the project while this form is open
  const [over] = useState<SeenProject>({ data: seen.data, etag: kept?.etag ?? seen.etag });
  const [texts, setTexts] = useState<Texts>(kept?.texts ?? {});
  const [words, setWords] = useState({ reason: '', valid_from: '' });
  const write = (next: Texts) => {
    setTexts(next);
    keepDraft(code, { etag: over.etag, texts: next });
  };
  const done = (saved: SavedProject | undefined) => {
    keepDraft(code, { etag: undefined, texts: {} });
    onDone(saved);
  };
  const saver = useSaveProject(code, today, done);
  const { changes, wrong } = readTexts(texts, over.data, writing, today);
  const dirty = Object.keys(texts).length > 0;
  const replans = replansOf(over.data.milestones, applyChanges(over.data, changes).milestones);
  const needsReason = replans.length > 0 && words.reason.trim() === '';
  const open = Object.keys(wrong).length > 0 || needsReason;
  if (saver.clash !== undefined)
    return (
      <>
        {saver.failure === undefined ? null : <ErrorPanel failure={saver.failure} />}
        <MergeView
          clash={saver.clash}
          profile={profile}
          saving={saver.saving}
          onSettle={(theirs) => void saver.settle(theirs, words)}
        />
      </>
    );
  const submit = () => {
    if (open) return;
    if (Object.keys(changes).length === 0) done({ revision: null, merged: false });
    else void saver.save(changes, over, words);
  };
  return (
    <form
      className="pedit"
      aria-label={t('edit')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {groups.map((group) => (
        <fieldset key={group.title}>
          <legend>{names(group.title)}</legend>
          {group.title === 'amounts' ? (
            <p className="pcode wide">{t('amount_hint', { unit: typedUnit(writing) })}</p>
          ) : null}
          {group.fields.map((field) => (
            <FactInput
              key={field}
              field={field}
              text={texts[field] ?? asText(fieldOf(over.data, field), writing)}
              onChange={(text) => write({ ...texts, [field]: text })}
              writing={writing}
              today={today}
              profile={profile}
            />
          ))}
        </fieldset>
      ))}
      <fieldset>
        <legend>{t('why')}</legend>
        <Field
          label={t(replans.length > 0 ? 'reason_replan' : 'reason_optional')}
          required={replans.length > 0}
          {...(needsReason ? { error: t('replan_needs_reason') } : {})}
          value={words.reason}
          maxLength={500}
          onChange={(event) => setWords({ ...words, reason: event.target.value })}
        />
        <Field
          label={t('valid_from')}
          hint={t('valid_hint')}
          type="date"
          max={today}
          value={words.valid_from}
          onChange={(event) => setWords({ ...words, valid_from: event.target.value })}
        />
      </fieldset>
      {saver.failure === undefined ? null : <ErrorPanel failure={saver.failure} />}
      <div className="pdo">
        <Button primary type="submit" disabled={saver.saving || open}>
          {t(saver.saving ? 'saving' : 'save')}
        </Button>
        <Button onClick={() => onDone(undefined)}>{t('cancel')}</Button>
        {dirty ? <span role="status">{t('draft')}</span> : null}
        {dirty ? <TextButton onClick={() => write({})}>{t('discard')}</TextButton> : null}
      </div>
    </form>
  );
}
