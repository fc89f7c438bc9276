import { compact } from '#domain/values/compact.ts';
import { useId, useState } from 'react';
import type { IssueConflict } from '#contract/projects/attachment-schemas.ts';
import { issueFields, severities, type Issue } from '#domain/projects/issue.ts';
import { issueFieldTerms, severityTerms } from '#domain/labels/index.ts';
import { useAddIssue, useChangeIssue } from './queries.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { attachmentsLabels } from '#web/features/projects/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { Dialog } from '#web/ui/overlays/dialog.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Field, SelectField, useMissingWords } from '#web/ui/controls/field.tsx';
import { DateField } from '#web/ui/dates/date-field.tsx';
import type { ValueEvent } from '#web/ui/dates/use-typed-date.ts';
import { Notice } from '#web/ui/feedback/notice.tsx';
import * as controlsStyles from '#web/ui/controls/controls.module.css';
import * as pageStyles from '#web/features/projects/project-page.module.css';
import * as formStyles from '#web/features/projects/project-forms.module.css';
import { type Texts, useIssueDraft, type IssueDraft } from './issue-draft.ts';
import type { IssueProps } from './issue-draft.ts';

const shortFields = ['severity', 'owner', 'since', 'due'] as const;

/**
 * Stores an issue. `latest` is the version that another editor saved since the dialog was opened.
 */
function useSaveIssue({ code, onDone }: IssueProps, { content, reason, forget }: IssueDraft) {
  const add = useAddIssue(code);
  const change = useChangeIssue(code);
  const onSuccess = ({ revision }: { readonly revision: number | null }) => {
    forget();
    onDone(revision);
  };
  const save = (base: Issue | undefined) => {
    if (base === undefined) return add.mutate(content, { onSuccess });
    const changes = {
      ...Object.fromEntries(issueFields.map((field) => [field, content[field] ?? null])),
      ...compact({ reason: reason.trim() || undefined }),
    };
    return change.mutate({ base, changes }, { onSuccess });
  };
  const failedMutation = [add, change].find(({ isError }) => isError);
  const failure = failedMutation === undefined ? undefined : toProblem(failedMutation.error);
  const latest =
    failure?.code === 'precondition_failed'
      ? (failure.problem?.current as IssueConflict | undefined)?.now
      : undefined;
  return { save, isPending: add.isPending || change.isPending, failure, latest };
}

/**
 * Adds, changes or closes an issue. A version that another editor saved meanwhile is shown before
 * it is overwritten.
 */
export function IssueDialog(props: IssueProps) {
  const { issue, closing, onClose } = props;
  const t = useLabels(attachmentsLabels);
  const [base, setBase] = useState(issue);
  const draft = useIssueDraft(props);
  const { save, isPending, failure, latest } = useSaveIssue(props, draft);
  const isReady = draft.isComplete && !isPending;
  return (
    <Dialog
      title={t(issue === undefined ? 'add_issue' : closing ? 'close_issue' : 'change_issue')}
      onClose={onClose}
    >
      <form
        className={formStyles.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) save(base);
        }}
      >
        {closing ? (
          <p className={pageStyles.text}>{draft.texts.text}</p>
        ) : (
          <IssueFields draft={draft} />
        )}
        {closing || draft.texts.closed_on !== '' ? (
          <OutcomeFields {...props} draft={draft} />
        ) : null}
        {issue === undefined ? null : (
          <Field
            label={t('why')}
            maxLength={500}
            value={draft.reason}
            onChange={(event) => draft.type('reason', event.target.value)}
          />
        )}
        {latest !== undefined ? (
          <ConflictNotice
            latest={latest}
            texts={draft.texts}
            onKeepMine={() => {
              setBase(latest);
              save(latest);
            }}
          />
        ) : failure !== undefined ? (
          <ErrorPanel failure={failure} />
        ) : null}
        <div className={formStyles.actions}>
          <Button primary type="submit" disabled={!isReady}>
            {t(closing ? 'close' : 'save')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function LongField({
  field,
  draft: { texts, type },
}: {
  readonly field: 'text' | 'outcome';
  readonly draft: IssueDraft;
}) {
  const language = useLanguage();
  const id = useId();
  const words = useMissingWords();
  return (
    <div className={controlsStyles.field}>
      <label htmlFor={id}>{issueFieldTerms[field][language]}</label>
      <textarea
        id={id}
        rows={3}
        maxLength={2000}
        required
        {...words}
        value={texts[field]}
        onChange={(event) => type(field, event.target.value)}
      />
    </div>
  );
}

/** The text of the issue, its severity, owner and dates. */
function IssueFields({ draft }: { readonly draft: IssueDraft }) {
  const { texts, type, faultOf } = draft;
  const t = useLabels(attachmentsLabels);
  const language = useLanguage();
  return (
    <>
      <LongField field="text" draft={draft} />
      {shortFields.map((field) => {
        const fault = faultOf(field);
        const label = issueFieldTerms[field][language];
        const common = {
          label,
          error: fault === undefined ? undefined : t(`fault_${fault}`),
          required: field === 'since',
          value: texts[field],
          onChange: (event: ValueEvent) => type(field, event.target.value),
        };
        if (field === 'owner') return <Field key={field} {...common} maxLength={300} />;
        return field === 'severity' ? (
          <SelectField
            key={field}
            label={label}
            value={texts.severity}
            onChange={(event) => type(field, event.target.value)}
          >
            {severities.map((severity) => (
              <option key={severity} value={severity}>
                {severityTerms[severity][language]}
              </option>
            ))}
          </SelectField>
        ) : (
          <DateField key={field} {...common} />
        );
      })}
    </>
  );
}

/** The day on which the issue was closed, and its result. A closed issue can be reopened. */
function OutcomeFields({
  closing,
  today,
  draft,
}: Pick<IssueProps, 'closing' | 'today'> & { readonly draft: IssueDraft }) {
  const { texts, type, typeAll, faultOf } = draft;
  const t = useLabels(attachmentsLabels);
  const language = useLanguage();
  const fault = faultOf('closed_on');
  return (
    <>
      <DateField
        label={issueFieldTerms.closed_on[language]}
        error={fault === undefined ? undefined : t(`fault_${fault}`)}
        max={today}
        required
        value={texts.closed_on}
        onChange={(event) => type('closed_on', event.target.value)}
      />
      <LongField field="outcome" draft={draft} />
      {closing ? null : (
        <TextButton onClick={() => typeAll({ closed_on: '', outcome: '' })}>
          {t('reopen')}
        </TextButton>
      )}
    </>
  );
}

/** The fields that another editor saved with other values, and a button that overwrites them. */
function ConflictNotice({
  latest,
  texts,
  onKeepMine,
}: {
  readonly latest: Issue;
  readonly texts: Texts;
  readonly onKeepMine: () => void;
}) {
  const t = useLabels(attachmentsLabels);
  const language = useLanguage();
  return (
    <Notice kind="bad" live>
      <p>{t('conflict')}</p>
      <ul>
        {issueFields
          .filter((field) => (latest[field] ?? '') !== texts[field])
          .map((field) => (
            <li key={field}>
              {issueFieldTerms[field][language]}:{' '}
              {field === 'severity'
                ? severityTerms[latest.severity][language]
                : (latest[field] ?? '—')}
            </li>
          ))}
      </ul>
      <TextButton onClick={onKeepMine}>{t('keep_mine')}</TextButton>
    </Notice>
  );
}
