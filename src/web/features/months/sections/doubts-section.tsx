import { zoneDay } from '#web/i18n/zone-time.ts';
import { useState } from 'react';
import { Link } from '#web/ui/controls/link.tsx';
import type { DoubtReply } from '#contract/doubts/schemas.ts';
import { doubtFactTerms, doubtTerms } from '#domain/labels/projects/doubt.ts';
import { formatDate, formatMoney, formatValue } from '#domain/values/format.ts';
import { monthEnd, type Month } from '#domain/values/date.ts';
import { listMark, type Language } from '#domain/values/language.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useSession } from '#web/data/queries.ts';
import { useDismissDoubt, useDoubts } from '#web/features/months/queries.ts';
import { monthLabels } from '#web/features/months/labels/index.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Field } from '#web/ui/controls/field.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { MonthSection } from '#web/features/months/month-section.tsx';
import * as monthsStyles from '#web/features/months/months.module.css';

type Row = DoubtReply['rows'][number];

/** The facts that do not agree, by rule. Each rule opens its rows and can be dismissed. */
export function DoubtsSection({
  month,
  number,
}: {
  readonly month: Month;
  readonly number: number;
}) {
  const t = useLabels(monthLabels);
  const doubts = useDoubts(month);
  return (
    <MonthSection id="doubts" number={number} title={t('part_doubts')} hint={t('doubts_hint')}>
      <QueryView query={doubts} lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t('no_doubts')}</p>
          ) : (
            <ul className={monthsStyles.doubts}>
              {items.map((doubt) => (
                <Doubt key={doubt.rule} doubt={doubt} month={month} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </MonthSection>
  );
}

function Doubt({ doubt, month }: { readonly doubt: DoubtReply; readonly month: Month }) {
  const t = useLabels(monthLabels);
  const language = useLanguage();
  const { rule, rows, count, dismissed } = doubt;
  const [isDismissing, setDismissing] = useState(false);
  const first = rows[0];
  return (
    <li data-doubt={rule}>
      <details>
        <summary>
          <b>{doubtTerms[rule][language]}</b>{' '}
          <small data-listed>
            {t('rows_n', { n: count })}
            {first === undefined ? '' : ` · ${listNames(first, language)}`}
          </small>
        </summary>
        <ul data-listed>
          {rows.map((row) => (
            <DoubtRow key={row.subjects.map(({ id }) => id).join(' ')} row={row} />
          ))}
          {count > rows.length ? <li>{t('more_rows', { n: count - rows.length })}</li> : null}
        </ul>
      </details>
      {dismissed === undefined ? (
        isDismissing ? null : (
          <TextButton onClick={() => setDismissing(true)}>{t('dismiss')}</TextButton>
        )
      ) : (
        <small>
          {t('dismissed_by', {
            who: dismissed.by,
            date: formatDate(zoneDay(dismissed.at), language),
            reason: dismissed.reason,
          })}
        </small>
      )}
      {isDismissing && dismissed === undefined ? <DismissForm doubt={doubt} month={month} /> : null}
    </li>
  );
}

/** Names the first subjects of a row of a doubt. */
export const listNames = ({ subjects, more = 0 }: Row, language: Language): string =>
  subjects
    .slice(0, 3)
    .map(({ name }) => name[language])
    .join(listMark(language)) + (subjects.length + more > 3 ? ' …' : '');

function DoubtRow({ row }: { readonly row: Row }) {
  const language = useLanguage();
  const { hrefTo } = useViewState();
  return (
    <li>
      {row.subjects.map(({ kind, id, name }, at) => (
        <span key={id}>
          {at === 0 ? '' : ' · '}
          {kind === 'project' ? (
            <Link to={hrefTo(`/projects/${encodeURIComponent(id)}`)}>{name[language]}</Link>
          ) : (
            name[language]
          )}
        </span>
      ))}
      {row.more === undefined ? null : ` +${row.more}`}
      {row.facts.length === 0 ? null : (
        <small> {row.facts.map((fact) => factText(fact, language)).join(listMark(language))}</small>
      )}
    </li>
  );
}

function factText(fact: Row['facts'][number], language: Language): string {
  const { name, money, date, text, value, unit = '' } = fact;
  const amounts =
    money !== undefined
      ? formatMoney(money, language).text
      : date !== undefined
        ? formatDate(date, language)
        : value !== undefined
          ? formatValue(value, unit, language).text
          : (text ?? '');
  return `${doubtFactTerms[name][language]} ${amounts}`;
}

/** Takes a name and a reason. The name of a signed-in person is filled in. */
function DismissForm({ doubt, month }: { readonly doubt: DoubtReply; readonly month: Month }) {
  const t = useLabels(monthLabels);
  const session = useSession().data;
  const dismiss = useDismissDoubt();
  const [name, setName] = useState(session?.mode === 'account' ? (session.name ?? '') : '');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const findError = (text: string) =>
    isTried && text.trim() === '' ? { error: t('fill_in') } : {};
  return (
    <form
      className={monthsStyles.dismiss}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (name.trim() === '' || reason.trim() === '') return;
        const { rule, fingerprint } = doubt;
        dismiss.mutate({ rule, fingerprint, as_of: monthEnd(month), name, reason });
      }}
    >
      <Field
        label={t('dismiss_reason')}
        maxLength={500}
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        {...findError(reason)}
      />
      <Field
        label={t('dismiss_name')}
        maxLength={100}
        autoComplete="name"
        value={name}
        onChange={(event) => setName(event.target.value)}
        {...findError(name)}
      />
      <Button type="submit" disabled={dismiss.isPending}>
        {t('dismiss_save')}
      </Button>
      {dismiss.isError ? <ErrorPanel failure={toProblem(dismiss.error)} /> : null}
    </form>
  );
}
