import { usualDeadline } from '#domain/zone/zone-days.ts';
import { useState, type FormEvent } from 'react';
import type { MadeRequest, NewRequest, ValueRequest } from '#contract/requests/schemas.ts';
import type { RequestField } from '#domain/requests/request.ts';
import { compact } from '#domain/values/compact.ts';
import type { Month } from '#domain/values/date.ts';
import type { Language } from '#domain/values/language.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { manageLabels } from '#web/features/requests/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { AnswerTerms, FieldChecks, IndicatorChecks, usualFields } from './requested-fields.tsx';
import { BatchList } from './batch-list.tsx';
import { PasteLines, TickProjects } from './batch-pick.tsx';
import {
  cellsOfRow,
  findRowFaults,
  mostRows,
  readRowFaults,
  type BatchRow,
  type RowFault,
} from './batch-rows.ts';
import * as styles from './manage.module.css';
import { useCreateRequests } from './queries.ts';

interface Draft {
  readonly language: Language;
  readonly deadline: string;
  readonly fields: readonly RequestField[];
  readonly indicators: readonly string[];
  readonly rows: readonly BatchRow[];
}

const toNewRequest = (row: BatchRow, { language, fields, indicators }: Draft): NewRequest => ({
  unit: row.unit.trim(),
  ...compact({
    person: row.person.trim() || undefined,
    email: row.email.trim() || undefined,
  }),
  language,
  cells: [...cellsOfRow(row, fields, indicators)],
});

/** Holds the form and the faults of its rows; sends all rows or none. */
function useBatch(
  month: Month,
  zone: ZoneProfile,
  onMade: (newRequests: readonly MadeRequest[]) => void,
) {
  const language = useLanguage();
  const [draft, setDraft] = useState<Draft>(() => ({
    language,
    fields: usualFields,
    indicators: [],
    rows: [],
    deadline: usualDeadline(serverDay(), month, zone),
  }));
  const [isTried, setTried] = useState(false);
  const create = useCreateRequests();
  const { rows, fields, indicators, deadline } = draft;
  const own = findRowFaults(rows, fields, indicators);
  const serverErrors = create.isError ? (toProblem(create.error).problem?.errors ?? []) : [];
  const faults: ReadonlyMap<string, RowFault> = isTried
    ? new Map([...readRowFaults(rows, serverErrors), ...own])
    : new Map();
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (own.size > 0 || rows.length === 0 || rows.length > mostRows) return;
    const requests = rows.map((row) => toNewRequest(row, draft));
    create.mutate({ month, deadline, requests }, { onSuccess: ({ items }) => onMade(items) });
  };
  const change = (part: Partial<Draft>) => {
    // the server's message was about the form before this change
    if (create.isError) create.reset();
    setDraft((before) => ({ ...before, ...part }));
  };
  const changeRows = (next: (rows: readonly BatchRow[]) => readonly BatchRow[]) => {
    if (create.isError) create.reset();
    setDraft((before) => ({ ...before, rows: next(before.rows) }));
  };
  return { draft, change, changeRows, create, faults, send };
}

/** Requests the same values from several companies or units: one press makes all links. */
export function BatchForm({
  month,
  zone,
  requests: monthRequests,
  before,
  onMade,
}: {
  readonly month: Month;
  readonly zone: ZoneProfile;
  /** The requests of this month. */
  readonly requests: readonly ValueRequest[];
  /** The requests of earlier months, the newest first. */
  readonly before: readonly ValueRequest[];
  readonly onMade: (newRequests: readonly MadeRequest[]) => void;
}) {
  const t = useLabels(manageLabels);
  const { draft, change, changeRows, create, faults, send } = useBatch(month, zone, onMade);
  const { rows } = draft;
  return (
    <form className={styles.box} onSubmit={send} noValidate>
      <fieldset className={styles.fields}>
        <legend>{t('what')}</legend>
        <p>{t('several_fields')}</p>
        <FieldChecks fields={draft.fields} onChange={(fields) => change({ fields })} />
        <IndicatorChecks
          zone={zone}
          indicators={draft.indicators}
          onChange={(indicators) => change({ indicators })}
        />
        <AnswerTerms language={draft.language} deadline={draft.deadline} onChange={change} />
      </fieldset>
      <fieldset className={styles.picks}>
        <legend>{t('several_who')}</legend>
        <TickProjects rows={rows} onRows={changeRows} before={before} />
        <PasteLines onRows={changeRows} before={before} />
      </fieldset>
      <BatchList
        rows={rows}
        faults={faults}
        unitsWithRequest={
          new Set(monthRequests.flatMap(({ unit, state }) => (state === 'cancelled' ? [] : [unit])))
        }
        onRows={(next) => change({ rows: next })}
      />
      {rows.length > mostRows ? <p className={styles.fault}>{t('several_too_many')}</p> : null}
      {faults.size === 0 ? null : (
        <p className={styles.fault} role="alert">
          {t('several_faults', { n: faults.size })}
        </p>
      )}
      {create.isError && faults.size === 0 ? (
        <ErrorPanel failure={toProblem(create.error)} />
      ) : null}
      <div>
        <Button primary type="submit" disabled={create.isPending || rows.length === 0}>
          {t('several_send', { n: rows.length })}
        </Button>
      </div>
    </form>
  );
}
