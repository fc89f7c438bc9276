import { recordText } from '#domain/zone/standard-texts.ts';
import { type AuditKind, auditKinds } from '#contract/audit/constants.ts';
import type { AuditEvent } from '#contract/audit/schemas.ts';
import { roles } from '#contract/core/rights.ts';
import { changeWords, projectName, zoneFieldNames } from '#domain/labels/index.ts';
import { useIndicators } from '#web/data/queries.ts';
import { formatMonth } from '#domain/values/date-format.ts';
import { listMark, type Language } from '#domain/values/language.ts';
import { accountLabels } from '#web/features/accounts/labels/index.ts';
import { fileName } from '#web/features/audit/file-name.ts';
import { auditLabels } from '#web/features/audit/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import * as accountsStyles from '#web/features/accounts/accounts.module.css';

type LoggedKind = Exclude<AuditKind, 'targets_changed'>;
const isKind = (kind: string): kind is LoggedKind =>
  kind !== 'targets_changed' && auditKinds.some((one) => one === kind);

const changeKinds = {
  import: 'imported',
  observation: 'months',
  close_month: 'closed',
  reopen_month: 'reopened',
  draft: 'drafts',
  month_note: 'month_notes',
  doubt_dismissal: 'doubt_dismissed',
  project: 'project',
  project_stage: 'stage',
  project_status: 'status',
  evidence: 'files',
  value_evidence: 'value_files',
  issue: 'issue',
  decision: 'decision',
  judgement: 'judgement',
  target_status: 'target_status',
  hand_over: 'hand_over',
  exchange_rate: 'rates',
  zone: 'settings',
  sample: 'sample',
} as const;

interface RegisterChange {
  readonly kind: string;
  readonly reason: string;
  readonly code?: string | number | undefined;
  readonly name?: string | number | undefined;
}

/** Returns a function that describes a change of the register, with the names of what changed. */
function useChangeSentence(): (change: RegisterChange) => string {
  const t = useLabels(auditLabels);
  const language = useLanguage();
  const indicators = useIndicators().data?.items ?? [];
  return ({ kind, reason, code, name }) => {
    const word = Object.hasOwn(changeKinds, kind)
      ? changeKinds[kind as keyof typeof changeKinds]
      : 'other';
    const project =
      code === undefined || name === undefined
        ? undefined
        : { code: String(code), name: String(name) };
    const object =
      project === undefined
        ? changeWords({ kind, reason }, language, indicators)
        : projectName(project, language);
    return t(`change_${word}`, { object });
  };
}

/** The reason of a change of a project, which follows its code. */
const reasonAfterCode = ({ object = '', detail }: AuditEvent): string | undefined =>
  detail['code'] === undefined
    ? undefined
    : object.slice(String(detail['code']).length).replace(/^ · /, '') || undefined;

function ChangeSentence({ event }: { readonly event: AuditEvent }) {
  const t = useLabels(auditLabels);
  const describe = useChangeSentence();
  const { kind, object = '', detail } = event;
  const undoneKind = detail['undone_kind'];
  const sentence =
    undoneKind === undefined
      ? describe({ kind, reason: object, code: detail['code'], name: detail['name'] })
      : t('change_undone', {
          object: describe({
            kind: String(undoneKind),
            reason: String(detail['undone_reason'] ?? ''),
            code: detail['undone_code'],
            name: detail['undone_name'],
          }),
        });
  const reason = reasonAfterCode(event);
  return (
    <>
      {sentence}
      {reason === undefined ? null : <small className={accountsStyles.more}>{reason}</small>}
    </>
  );
}

/** Writes the object of an event: the name of an exported file, or the month of a request. */
function describeObject(kind: string, object: string, language: Language): string {
  if (kind === 'data_exported') return fileName(object, language);
  return kind === 'request_made'
    ? object.replace(/^\d{4}-\d{2}(?= · )/, (month) => formatMonth(month, language, 'long'))
    : object;
}

function EventSentence({ event }: { readonly event: AuditEvent }) {
  const t = useLabels(auditLabels);
  const names = useLabels(accountLabels);
  const language = useLanguage();
  const { kind, object = '', detail } = event;
  const role = (id: unknown): string => {
    const role = roles.find((one) => one === id);
    return role === undefined ? String(id) : names(role);
  };
  if (kind === 'targets_changed') {
    const { reason } = detail;
    return (
      <>
        {t('change_settings', { object: zoneFieldNames(object, language) })}
        {reason === undefined || reason === object ? null : (
          <small className={accountsStyles.more}>{recordText(String(reason))[language]}</small>
        )}
      </>
    );
  }
  const roleList = String(detail['roles'] ?? '');
  const values = {
    object: describeObject(kind, object, language),
    file: fileName(String(detail['file'] ?? ''), language),
    from: role(detail['from']),
    to: role(detail['to']),
    roles: roleList === '' ? t('no_role') : roleList.split(',').map(role).join(listMark(language)),
  };
  const sentence = isKind(kind) ? t(`kind_${kind}`, values) : `${kind} ${object}`;
  const more = detail['reason'] ?? (kind === 'invited' ? role(detail['role']) : undefined);
  return (
    <>
      {sentence}
      {more === undefined ? null : <small className={accountsStyles.more}>{more}</small>}
    </>
  );
}

/** Describes an event of the audit log in one sentence, with its reason. */
export const AuditSentence = ({ event }: { readonly event: AuditEvent }) =>
  event.revision === undefined ? <EventSentence event={event} /> : <ChangeSentence event={event} />;
