import { useId, useState, type FormEvent } from 'react';
import type { MadeRequest } from '#contract/requests/schemas.ts';
import { compact } from '#domain/values/compact.ts';
import { addDays, type Month } from '#domain/values/date.ts';
import { isLanguage, languages, type Language } from '#domain/values/language.ts';
import { requestFields, type RequestCell, type RequestField } from '#domain/requests/request.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useProjects } from '#web/data/queries.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { cellName } from '#web/features/requests/cells/cell-words.ts';
import { manageLabels } from '#web/features/requests/labels/index.ts';
import { languageNames } from '#web/i18n/languages.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Checkbox, Field, SelectField } from '#web/ui/controls/field.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { usualDays } from './copy-list.tsx';
import * as styles from './manage.module.css';
import { useCreateRequests } from './queries.ts';

const usualFields: readonly RequestField[] = ['jobs_actual', 'amounts.fai_done_total'];

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

const toggled = <T,>(list: readonly T[], one: T): readonly T[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one];

/** Finds the project of a typed text among those that a list offers. */
function useProjectChoice(typed: string) {
  const query = useProjects({ q: typed.split(' · ')[0] ?? '' });
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const offered = items.map(({ code, name, company }) => ({
    code,
    label: `${code} · ${name}`,
    company: company ?? name,
  }));
  return { offered, chosen: offered.find(({ code, label }) => typed === label || typed === code) };
}

interface PartProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

function WhatIsAsked({ draft, change, zone }: PartProps & { readonly zone: ZoneProfile }) {
  const t = useLabels(manageLabels);
  const language = useLanguage();
  const list = useId();
  const { offered } = useProjectChoice(draft.project);
  const choose = (project: string) => {
    const found = offered.find(({ label }) => label === project);
    change({
      project,
      ...(found !== undefined && draft.unit === '' ? { unit: found.company } : {}),
      ...(draft.fields.length === 0 ? { fields: usualFields } : {}),
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
        {offered.map(({ code, label }) => (
          <option key={code} value={label} />
        ))}
      </datalist>
      <div className={styles.checks}>
        {requestFields.map((field) => (
          <Checkbox
            key={field}
            label={cellName({ key: field, field }, language)}
            checked={draft.project !== '' && draft.fields.includes(field)}
            disabled={draft.project === ''}
            onChange={() => change({ fields: toggled(draft.fields, field) })}
          />
        ))}
      </div>
      <p>{t('indicator')}</p>
      <div className={styles.checks}>
        {zone.indicators
          .filter(({ kind }) => kind !== 'qualitative')
          .map(({ id, name }) => (
            <Checkbox
              key={id}
              label={cellName({ key: id, indicator: name }, language)}
              checked={draft.indicators.includes(id)}
              onChange={() => change({ indicators: toggled(draft.indicators, id) })}
            />
          ))}
      </div>
    </fieldset>
  );
}

function WhoIsAsked({ draft, change }: PartProps) {
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
      <SelectField
        label={t('language')}
        value={draft.language}
        onChange={({ target }) => {
          if (isLanguage(target.value)) change({ language: target.value });
        }}
      >
        {languages.map((one) => (
          <option key={one} value={one}>
            {languageNames[one]}
          </option>
        ))}
      </SelectField>
      <Field
        type="date"
        label={t('deadline')}
        value={draft.deadline}
        min={serverDay()}
        required
        onChange={(event) => change({ deadline: event.target.value })}
      />
    </div>
  );
}

/** Asks a company for values of its project, or a unit for values of indicators. */
export function NewRequestForm({
  month,
  zone,
  onMade,
}: {
  readonly month: Month;
  readonly zone: ZoneProfile;
  readonly onMade: (made: readonly MadeRequest[]) => void;
}) {
  const t = useLabels(manageLabels);
  const language = useLanguage();
  const [draft, setDraft] = useState<Draft>(() => ({
    ...{ unit: '', person: '', email: '', language, project: '', fields: [], indicators: [] },
    deadline: addDays(serverDay(), usualDays),
  }));
  const [isEmpty, setEmpty] = useState(false);
  const { chosen } = useProjectChoice(draft.project);
  const create = useCreateRequests();
  const cells: RequestCell[] = [
    ...(chosen === undefined ? [] : draft.fields.map((field) => ({ code: chosen.code, field }))),
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
      <WhatIsAsked draft={draft} change={change} zone={zone} />
      <WhoIsAsked draft={draft} change={change} />
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
