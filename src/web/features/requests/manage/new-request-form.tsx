import { projectName } from '#domain/labels/index.ts';
import { usualDeadline } from '#domain/zone/zone-days.ts';
import { useId, useState, type FormEvent } from 'react';
import type { MadeRequest } from '#contract/requests/schemas.ts';
import { compact } from '#domain/values/compact.ts';
import type { Month } from '#domain/values/date.ts';
import type { Language } from '#domain/values/language.ts';
import type { RequestCell, RequestField } from '#domain/requests/request.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useProjects } from '#web/data/queries.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { manageLabels } from '#web/features/requests/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Field } from '#web/ui/controls/field.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { AnswerTerms, FieldChecks, IndicatorChecks, usualFields } from './requested-fields.tsx';
import * as styles from './manage.module.css';
import { useCreateRequests } from './queries.ts';

interface Draft {
  readonly unit: string;
  readonly person: string;
  readonly email: string;
  readonly language: Language;
  readonly deadline: string;
  /** The typed text: the code of a project, or a part of its name. */
  readonly project: string;
  readonly fields: readonly RequestField[];
  readonly indicators: readonly string[];
}

/** Finds the project of a typed text among those that a list offers. */
function useProjectChoice(text: string) {
  const query = useProjects({ q: text.split(' · ')[0] ?? '', as_of: serverDay() });
  const language = useLanguage();
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const offers = items.map((project) => {
    const { code, company, investor } = project;
    const name = projectName(project, language);
    return { code, label: `${code} · ${name}`, company: company ?? investor ?? name };
  });
  return { offers, choice: offers.find(({ code, label }) => text === label || text === code) };
}

interface PartProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

function RequestContent({ draft, change, zone }: PartProps & { readonly zone: ZoneProfile }) {
  const t = useLabels(manageLabels);
  const list = useId();
  const { offers } = useProjectChoice(draft.project);
  const choose = (project: string) => {
    const match = offers.find(({ label }) => label === project);
    change({
      project,
      ...compact({
        unit: match !== undefined && draft.unit === '' ? match.company : undefined,
        fields: draft.fields.length === 0 ? usualFields : undefined,
      }),
    });
  };
  return (
    <fieldset className={styles.fields}>
      <legend>{t('what')}</legend>
      <Field
        label={t('project')}
        placeholder={t('choose_project')}
        list={list}
        autoComplete="off"
        value={draft.project}
        onChange={(event) => choose(event.target.value)}
      />
      <datalist id={list}>
        {offers.map(({ code, label }) => (
          <option key={code} value={label} />
        ))}
      </datalist>
      <FieldChecks
        fields={draft.fields}
        disabled={draft.project === ''}
        onChange={(fields) => change({ fields })}
      />
      <IndicatorChecks
        zone={zone}
        indicators={draft.indicators}
        onChange={(indicators) => change({ indicators })}
      />
    </fieldset>
  );
}

function RequestRecipient({ draft, change }: PartProps) {
  const t = useLabels(manageLabels);
  return (
    <div className={styles.fields}>
      <Field
        label={t('unit')}
        value={draft.unit}
        maxLength={200}
        required
        onChange={(event) => change({ unit: event.target.value })}
      />
      <Field
        label={t('person_label')}
        value={draft.person}
        maxLength={200}
        onChange={(event) => change({ person: event.target.value })}
      />
      <Field
        type="email"
        label={t('email_label')}
        value={draft.email}
        maxLength={254}
        onChange={(event) => change({ email: event.target.value })}
      />
      <AnswerTerms language={draft.language} deadline={draft.deadline} onChange={change} />
    </div>
  );
}

/** Requests values of its project from a company, or values of indicators from a unit. */
export function NewRequestForm({
  month,
  zone,
  onMade,
}: {
  readonly month: Month;
  readonly zone: ZoneProfile;
  readonly onMade: (newRequests: readonly MadeRequest[]) => void;
}) {
  const t = useLabels(manageLabels);
  const language = useLanguage();
  const [draft, setDraft] = useState<Draft>(() => ({
    unit: '',
    person: '',
    email: '',
    language,
    project: '',
    fields: [],
    indicators: [],
    deadline: usualDeadline(serverDay(), month, zone),
  }));
  const [isEmpty, setEmpty] = useState(false);
  const { choice } = useProjectChoice(draft.project);
  const create = useCreateRequests();
  const cells: RequestCell[] = [
    ...(choice === undefined ? [] : draft.fields.map((field) => ({ code: choice.code, field }))),
    ...draft.indicators.map((indicator) => ({ indicator })),
  ];
  const send = (event: FormEvent) => {
    event.preventDefault();
    setEmpty(cells.length === 0);
    if (cells.length === 0) return;
    const person = draft.person.trim() || undefined;
    const email = draft.email.trim() || undefined;
    const one = { unit: draft.unit.trim(), language: draft.language, cells };
    create.mutate(
      { month, deadline: draft.deadline, requests: [{ ...one, ...compact({ person, email }) }] },
      { onSuccess: ({ items }) => onMade(items) },
    );
  };
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  return (
    <form className={styles.box} onSubmit={send}>
      <RequestContent draft={draft} change={change} zone={zone} />
      <RequestRecipient draft={draft} change={change} />
      {isEmpty && cells.length === 0 ? <p className={styles.fault}>{t('add_cells')}</p> : null}
      {create.isError ? <ErrorPanel failure={toProblem(create.error)} /> : null}
      <div>
        <Button primary type="submit" disabled={create.isPending}>
          {t('send')}
        </Button>
      </div>
    </form>
  );
}
