import { compact } from '#domain/values/compact.ts';
import { useId, useState } from 'react';
import type { IssueConflict } from '#contract/projects/issues.ts';
import {
  issueFaults,
  issueFields,
  severities,
  type Issue,
  type IssueContent,
  type IssueField,
  type Severity,
} from '#domain/projects/issue.ts';
import { issueFieldTerms, severityTerms } from '#domain/labels/index.ts';
import { useAddIssue, useChangeIssue } from './queries.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useTypedFields } from '#web/data/use-draft.ts';
import { attachmentsText } from '#web/features/projects/labels/attachments/index.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { Dialog } from '#web/ui/overlays/dialog.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Field, SelectField } from '#web/ui/controls/field.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';

interface IssueProps {
  readonly code: string;
  /** Absent: a new one. */
  readonly issue: Issue | undefined;
  readonly closing: boolean;
  readonly today: string;
  readonly onClose: () => void;
  readonly onDone: (revision: number | null) => void;
}
type Texts = Readonly<Record<IssueField, string>>;
const textsOf = (issue: Partial<IssueContent>): Texts =>
  Object.fromEntries(issueFields.map((field) => [field, issue[field] ?? ''])) as Texts;
const contentOf = (texts: Texts): IssueContent =>
  Object.fromEntries(
    issueFields.flatMap((field) =>
      texts[field].trim() === '' ? [] : [[field, texts[field].trim()]],
    ),
  ) as unknown as IssueContent;
const short = ['severity', 'owner', 'since', 'due'] as const;

/** Adds, changes or closes a problem; another's change meanwhile is shown before anything is written over it. */
export function IssueDialog({ code, issue, closing, today, onClose, onDone }: IssueProps) {
  const t = useText(attachmentsText);
  const language = useLanguage();
  const textId = useId();
  const outcomeId = useId();
  const [seen, setSeen] = useState(issue);
  const { typed, type, typeAll, forget } = useTypedFields(
    `issue.${code}.${issue?.id ?? 'new'}${closing ? '.close' : ''}`,
  );
  const texts: Texts = {
    ...textsOf({
      severity: 'medium',
      since: today,
      ...issue,
      ...compact({ closed_on: closing ? today : undefined }),
    }),
    ...Object.fromEntries(
      issueFields.flatMap((field) => (typed[field] === undefined ? [] : [[field, typed[field]]])),
    ),
  };
  const reason = typed['reason'] ?? '';
  const kept = (revision: number | null) => {
    forget();
    onDone(revision);
  };
  const add = useAddIssue(code);
  const change = useChangeIssue(code);
  const content = contentOf(texts);
  const faults = issueFaults(content, today);
  const fault = (field: IssueField) => faults.find((one) => one.field === field);
  const error = (field: IssueField) => {
    const found = fault(field);
    return found === undefined || (field === 'outcome' && texts.outcome === '')
      ? {}
      : { error: t(`fault_${found.rule}`) };
  };
  const label = (field: IssueField) => issueFieldTerms[field][language];
  const put = (field: IssueField) => (event: { readonly target: { readonly value: string } }) =>
    type(field, event.target.value);
  const failed = add.isError
    ? toProblem(add.error)
    : change.isError
      ? toProblem(change.error)
      : undefined;
  const stale =
    failed?.code === 'precondition_failed'
      ? (failed.problem?.current as IssueConflict | undefined)?.now
      : undefined;
  const send = (over: Issue | undefined) => {
    if (over === undefined) add.mutate(content, { onSuccess: ({ revision }) => kept(revision) });
    else {
      const changes = Object.fromEntries(
        issueFields.map((field) => [field, content[field] ?? null]),
      );
      const why = reason.trim() === '' ? {} : { reason: reason.trim() };
      change.mutate(
        { seen: over, changes: { ...changes, ...why } },
        { onSuccess: ({ revision }) => kept(revision) },
      );
    }
  };
  const closed = closing || texts.closed_on !== '';
  const ready =
    content.text !== undefined &&
    content.since !== undefined &&
    faults.length === 0 &&
    !add.isPending &&
    !change.isPending;
  const long = (field: 'text' | 'outcome', id: string) => (
    <div className="field">
      <label htmlFor={id}>{label(field)}</label>
      <textarea
        id={id}
        rows={3}
        maxLength={2000}
        required
        value={texts[field]}
        onChange={put(field)}
      />
    </div>
  );
  return (
    <Dialog
      title={t(issue === undefined ? 'add_issue' : closing ? 'close_issue' : 'change_issue')}
      onClose={onClose}
    >
      <form
        className="pdialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) send(seen);
        }}
      >
        {closing ? <p className="ptext">{texts.text}</p> : long('text', textId)}
        {closing
          ? null
          : short.map((field) =>
              field === 'severity' ? (
                <SelectField
                  key={field}
                  label={label(field)}
                  value={texts.severity}
                  onChange={put(field)}
                >
                  {severities.map((one: Severity) => (
                    <option key={one} value={one}>
                      {severityTerms[one][language]}
                    </option>
                  ))}
                </SelectField>
              ) : (
                <Field
                  key={field}
                  label={label(field)}
                  {...error(field)}
                  {...(field === 'owner' ? { maxLength: 300 } : { type: 'date' })}
                  required={field === 'since'}
                  value={texts[field]}
                  onChange={put(field)}
                />
              ),
            )}
        {closed ? (
          <>
            <Field
              label={label('closed_on')}
              {...error('closed_on')}
              type="date"
              max={today}
              required
              value={texts.closed_on}
              onChange={put('closed_on')}
            />
            {long('outcome', outcomeId)}
            {closing ? null : (
              <TextButton onClick={() => typeAll({ closed_on: '', outcome: '' })}>
                {t('reopen')}
              </TextButton>
            )}
          </>
        ) : null}
        {issue === undefined ? null : (
          <Field
            label={t('why')}
            maxLength={500}
            value={reason}
            onChange={(event) => type('reason', event.target.value)}
          />
        )}
        {stale === undefined ? null : (
          <Notice kind="bad" live>
            <p>{t('conflict')}</p>
            <ul>
              {issueFields
                .filter((field) => (stale[field] ?? '') !== texts[field])
                .map((field) => (
                  <li key={field}>
                    {label(field)}:{' '}
                    {field === 'severity'
                      ? severityTerms[stale.severity][language]
                      : (stale[field] ?? '—')}
                  </li>
                ))}
            </ul>
            <TextButton
              onClick={() => {
                setSeen(stale);
                send(stale);
              }}
            >
              {t('keep_mine')}
            </TextButton>
          </Notice>
        )}
        {failed === undefined || stale !== undefined ? null : <ErrorPanel failure={failed} />}
        <div className="pdo">
          <Button primary type="submit" disabled={!ready}>
            {t(closing ? 'close' : 'save')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
