import { compact } from '#domain/values/compact.ts';
import { projectPath } from '#contract/core/pages.ts';
import type { FactField } from '#domain/projects/fields.ts';
import { normaliseCode } from '#domain/values/reading/codes.ts';
import { stages, type Stage } from '#domain/projects/stage.ts';
import { stageWord } from '#domain/labels/index.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { NameFields } from './name-fields.tsx';
import { useCreateProject } from './queries.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useSession } from '#web/data/queries.ts';
import { useTypedFields } from '#web/data/use-draft.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { projectLabels } from '#web/features/projects/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { useOverviewOfView } from '#web/data/overview-of-view.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Dialog } from '#web/ui/overlays/dialog.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Field, SelectField } from '#web/ui/controls/field.tsx';
import { DateField } from '#web/ui/dates/date-field.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { readTexts, type Texts, type Writing } from '#web/features/projects/facts/fact-entry.ts';
import { FactInput } from '#web/features/projects/facts/fact-field.tsx';
import * as formStyles from '#web/features/projects/project-forms.module.css';
import '#web/features/projects/project-page.module.css';

const firstFields: readonly FactField[] = [
  'name',
  'investor',
  'industry',
  'owner',
  'amounts.total_investment',
  'jobs_plan',
];
const noFacts = { name: '', amounts: {}, milestones: [], data_status: 'reported' } as const;

/** The draft of a new project, and a function that creates it and opens its page. */
function useNewProject(writing: Writing, today: string) {
  const { open } = useViewState();
  // Pages show the last closed month, which does not include the new project.
  const isClosed = useOverviewOfView().data?.closed !== undefined;
  const create = useCreateProject();
  const head = useTypedFields('new-project');
  const facts = useTypedFields('new-project.facts');
  const { code = '', date = '' } = head.texts;
  const stage: Stage = stages.find((one) => one === head.texts['stage']) ?? 'lead';
  const texts: Texts = facts.texts;
  const { changes, wrong } = readTexts(texts, noFacts, writing, today);
  const problem = create.isError ? toProblem(create.error) : undefined;
  const send = () =>
    create.mutate(
      {
        code: normaliseCode(code),
        stage,
        facts: changes,
        ...compact({ valid_from: date || undefined }),
      },
      {
        onSuccess: ({ project }) => {
          head.forget();
          facts.forget();
          open(projectPath(project.code), { as_of: isClosed ? today : undefined });
        },
      },
    );
  return {
    code,
    date,
    stage,
    texts,
    problem,
    /** The code of the existing project with this code. */
    takenCode:
      problem?.code === 'conflict' ? (problem.problem?.errors?.[0]?.value ?? code) : undefined,
    isReady: code.trim() !== '' && changes.name !== undefined && Object.keys(wrong).length === 0,
    isPending: create.isPending,
    type: head.type,
    typeFact: facts.type,
    send,
  };
}

/** Adds a project by its name and code. Then its page opens for the other facts. */
export function AddProject({
  profile,
  onClose,
}: {
  readonly profile: ZoneProfile | undefined;
  readonly onClose: () => void;
}) {
  const t = useLabels(projectLabels);
  const origin = useSession().data?.origin;
  const today = serverDay();
  const writing = { language: useLanguage(), currency: profile?.base_currency ?? 'CNY' };
  const draft = useNewProject(writing, today);
  const { texts, problem, isReady } = draft;
  const input = (field: FactField) => (
    <FactInput
      key={field}
      field={field}
      required={field === 'name'}
      text={texts[field] ?? ''}
      untouched={texts[field] === undefined}
      onChange={(text) => draft.typeFact(field, text)}
      writing={writing}
      today={today}
      profile={profile}
    />
  );
  return (
    <Dialog title={t('add')} onClose={onClose}>
      <form
        className={formStyles.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) draft.send();
        }}
      >
        {origin === 'own' ? null : <Notice kind="example">{t('begins')}</Notice>}
        <CodeAndStage draft={draft} profile={profile} />
        {firstFields.map(input)}
        <NameFields input={input} />
        <DateField
          label={t('valid_from')}
          hint={t('valid_hint')}
          max={today}
          value={draft.date}
          onChange={(event) => draft.type('date', event.target.value)}
        />
        {problem === undefined || draft.takenCode !== undefined ? null : (
          <ErrorPanel failure={problem} />
        )}
        <div className={formStyles.actions}>
          <Button primary type="submit" disabled={!isReady || draft.isPending}>
            {t('do_add')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function CodeAndStage({
  draft: { code, stage, takenCode, type },
  profile,
}: {
  readonly draft: ReturnType<typeof useNewProject>;
  readonly profile: ZoneProfile | undefined;
}) {
  const t = useLabels(projectLabels);
  const language = useLanguage();
  const error =
    takenCode === undefined
      ? undefined
      : takenCode === normaliseCode(code)
        ? t('code_taken')
        : t('code_taken_as', { code: takenCode });
  return (
    <>
      <Field
        label={t('code')}
        hint={t('code_hint')}
        error={error}
        required
        maxLength={64}
        value={code}
        onChange={(event) => type('code', event.target.value)}
      />
      <SelectField
        label={t('to_stage')}
        value={stage}
        onChange={(event) => type('stage', event.target.value)}
      >
        {stages.map((one) => (
          <option key={one} value={one}>
            {stageWord(profile?.stage_words, one, language)}
          </option>
        ))}
      </SelectField>
    </>
  );
}
