import { compact } from '#domain/values/compact.ts';
import { useNavigate } from 'react-router-dom';
import { projectPath } from '#contract/core/pages.ts';
import type { FactField } from '#domain/projects/fields.ts';
import { normaliseCode } from '#domain/values/reading/codes.ts';
import { stages, type Stage } from '#domain/projects/stage.ts';
import { stageWord } from '#domain/labels/index.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { useCreateProject } from './queries.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useSession } from '#web/data/queries.ts';
import { useTypedFields } from '#web/data/use-draft.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { projectText } from '#web/features/projects/labels/project/index.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { useOverviewOfView } from '#web/data/overview-of-view.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Dialog } from '#web/ui/overlays/dialog.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Field, SelectField } from '#web/ui/controls/field.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { readTexts, type Texts } from '#web/features/projects/facts/fact-entry.ts';
import { FactInput } from '#web/features/projects/facts/fact-field.tsx';
import './project-forms.css';
import '#web/features/projects/project-page.css';

const first: readonly FactField[] = [
  'name',
  'investor',
  'industry',
  'owner',
  'amounts.total_investment',
  'jobs_plan',
];

/** A project of which a name and a number are known; the rest is filled in on its page, which opens next. */
export function AddProject({
  profile,
  onClose,
}: {
  readonly profile: ZoneProfile | undefined;
  readonly onClose: () => void;
}) {
  const t = useText(projectText);
  const language = useLanguage();
  const navigate = useNavigate();
  const { hrefTo } = useViewState();
  const origin = useSession().data?.origin;
  // pages show the last closed month, which does not have the new project
  const isClosed = useOverviewOfView().data?.closed !== undefined;
  const create = useCreateProject();
  const about = useTypedFields('new-project');
  const { code = '', date = '' } = about.typed;
  const facts = useTypedFields('new-project.facts');
  const stage: Stage = stages.find((one) => one === about.typed['stage']) ?? 'lead';
  const texts: Texts = facts.typed;
  const today = serverDay();
  const writing = { language, currency: profile?.base_currency ?? 'CNY' };
  const nothing = { name: '', amounts: {}, milestones: [], data_status: 'reported' } as const;
  const { changes, wrong } = readTexts(texts, nothing, writing, today);
  const ready = code.trim() !== '' && changes.name !== undefined && Object.keys(wrong).length === 0;
  const problem = create.isError ? toProblem(create.error) : undefined;
  const taken =
    problem?.code === 'conflict' ? (problem.problem?.errors?.[0]?.value ?? code) : undefined;
  const send = () =>
    create.mutate(
      {
        code: normaliseCode(code),
        stage,
        facts: changes,
        ...compact({ valid_from: date === '' ? undefined : date }),
      },
      {
        onSuccess: ({ project }) => {
          about.forget();
          facts.forget();
          void navigate(hrefTo(projectPath(project.code), { as_of: isClosed ? today : undefined }));
        },
      },
    );
  return (
    <Dialog title={t('add')} onClose={onClose}>
      <form
        className="pdialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) send();
        }}
      >
        {origin === 'own' ? null : <Notice kind="example">{t('begins')}</Notice>}
        <Field
          label={t('code')}
          hint={t('code_hint')}
          {...(taken === undefined
            ? {}
            : {
                error:
                  taken === normaliseCode(code)
                    ? t('code_taken')
                    : t('code_taken_as', { code: taken }),
              })}
          required
          maxLength={64}
          value={code}
          onChange={(event) => about.type('code', event.target.value)}
        />
        <SelectField
          label={t('to_stage')}
          value={stage}
          onChange={(event) => about.type('stage', event.target.value)}
        >
          {stages.map((s) => (
            <option key={s} value={s}>
              {stageWord(profile?.stage_words, s, language)}
            </option>
          ))}
        </SelectField>
        {first.map((field) => (
          <FactInput
            key={field}
            field={field}
            required={field === 'name'}
            text={texts[field] ?? ''}
            untouched={texts[field] === undefined}
            onChange={(text) => facts.type(field, text)}
            writing={writing}
            today={today}
            profile={profile}
          />
        ))}
        <Field
          label={t('valid_from')}
          hint={t('valid_hint')}
          type="date"
          max={today}
          value={date}
          onChange={(event) => about.type('date', event.target.value)}
        />
        {problem === undefined || taken !== undefined ? null : <ErrorPanel failure={problem} />}
        <div className="pdo">
          <Button primary type="submit" disabled={!ready || create.isPending}>
            {t('do_add')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
