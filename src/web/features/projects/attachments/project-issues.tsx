import { useState } from 'react';
import { formatDate } from '#domain/values/format.ts';
import { issueOverdueDays, type Issue } from '#domain/projects/issue.ts';
import { severityTerms } from '#domain/labels/index.ts';
import { attachmentsLabels } from '#web/features/projects/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { DataTable, type Column } from '#web/ui/display/data-table.tsx';
import { IssueDialog } from './issue-dialog.tsx';
import * as textStyles from '#web/ui/text.module.css';
import * as projectsStyles from '#web/features/projects/projects.module.css';
import * as pageStyles from '#web/features/projects/project-page.module.css';

interface IssuesProps {
  readonly code: string;
  readonly issues: readonly Issue[];
  /** The day of the page, at which an issue is overdue or not. */
  readonly day: string;
  readonly today: string;
  readonly editable: boolean;
  readonly onDone: (revision: number | null) => void;
}

/** The issues of a project, open ones first. */
export function ProjectIssues({ code, issues, day, today, editable, onDone }: IssuesProps) {
  const t = useLabels(attachmentsLabels);
  const [open, setOpen] = useState<{ readonly issue?: Issue; readonly closing: boolean }>();
  const columns = useIssueColumns(
    day,
    editable ? (issue, closing) => setOpen({ issue, closing }) : undefined,
  );
  return (
    <section className={pageStyles.issues} data-empty={issues.length === 0 || undefined}>
      <h3>
        {t('issues')}{' '}
        <i className={textStyles.number} data-listed>
          {issues.filter((issue) => issue.closed_on === undefined).length}
        </i>
      </h3>
      {issues.length === 0 ? (
        <p>{t('no_issues')}</p>
      ) : (
        <DataTable caption={t('issues')} rows={issues} rowKey={(row) => row.id} columns={columns} />
      )}
      {editable ? (
        <Button onClick={() => setOpen({ closing: false })}>{t('add_issue')}</Button>
      ) : null}
      {open === undefined ? null : (
        <IssueDialog
          code={code}
          issue={open.issue}
          closing={open.closing}
          today={today}
          onClose={() => setOpen(undefined)}
          onDone={(revision) => {
            setOpen(undefined);
            onDone(revision);
          }}
        />
      )}
    </section>
  );
}

function useIssueColumns(
  day: string,
  onOpen: ((issue: Issue, closing: boolean) => void) | undefined,
): readonly Column<Issue>[] {
  const t = useLabels(attachmentsLabels);
  const language = useLanguage();
  const date = (text: string | undefined) =>
    text === undefined ? undefined : formatDate(text, language, 'short');
  /** A value with its name, which is visible when the columns are stacked. */
  const withName = (name: string, value: string | undefined) => (
    <span className={textStyles.number}>
      <small className={pageStyles.columnName}>{name} </small>
      {value ?? '—'}
    </span>
  );
  return [
    {
      id: 'text',
      label: t('issue'),
      head: true,
      cell: (row) => <span className={pageStyles.text}>{row.text}</span>,
    },
    {
      id: 'severity',
      label: t('state'),
      cell: (row) => (
        <>
          {severityTerms[row.severity][language]} · <IssueState issue={row} day={day} />
        </>
      ),
    },
    { id: 'owner', label: t('owner'), cell: (row) => withName(t('owner'), row.owner) },
    { id: 'since', label: t('since'), cell: (row) => withName(t('since'), date(row.since)) },
    { id: 'due', label: t('due'), cell: (row) => withName(t('due'), date(row.due)) },
    ...(onOpen === undefined
      ? []
      : [
          {
            id: 'do',
            label: <span className={textStyles.visuallyHidden}>{t('change')}</span>,
            cell: (row: Issue) => <IssueButtons issue={row} onOpen={onOpen} />,
          },
        ]),
  ];
}

function IssueState({ issue, day }: { readonly issue: Issue; readonly day: string }) {
  const t = useLabels(attachmentsLabels);
  const language = useLanguage();
  if (issue.closed_on !== undefined)
    return (
      <>
        {t('closed', { day: formatDate(issue.closed_on, language, 'short') })}
        <small>{issue.outcome}</small>
      </>
    );
  const days = issueOverdueDays(issue, day);
  return days === undefined ? (
    t('open')
  ) : (
    <b className={projectsStyles.overdue}>{t('overdue', { days })}</b>
  );
}

function IssueButtons({
  issue,
  onOpen,
}: {
  readonly issue: Issue;
  readonly onOpen: (issue: Issue, closing: boolean) => void;
}) {
  const t = useLabels(attachmentsLabels);
  return (
    <span className={textStyles.row}>
      <TextButton aria-label={`${t('change')}: ${issue.text}`} onClick={() => onOpen(issue, false)}>
        {t('change')}
      </TextButton>
      {issue.closed_on === undefined ? (
        <TextButton aria-label={`${t('close')}: ${issue.text}`} onClick={() => onOpen(issue, true)}>
          {t('close')}
        </TextButton>
      ) : null}
    </span>
  );
}
