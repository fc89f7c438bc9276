import { projectName } from '#domain/labels/index.ts';
import { useDeferredValue, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { ValueRequest } from '#contract/requests/schemas.ts';
import { useProjects } from '#web/data/queries.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { manageLabels } from '#web/features/requests/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Checkbox, Field } from '#web/ui/controls/field.tsx';
import {
  addRow,
  matchProjects,
  readLines,
  removeProject,
  type RequestProject,
  type BatchRow,
} from './batch-rows.ts';
import * as styles from './manage.module.css';
import { findRequestProjects, toRequestProject } from './queries.ts';

interface PickProps {
  readonly rows: readonly BatchRow[];
  /** Changes the current rows, also after a wait. */
  readonly onRows: (change: (rows: readonly BatchRow[]) => readonly BatchRow[]) => void;
  /** Requests of earlier months, the newest first, whose contacts are proposed. */
  readonly before: readonly ValueRequest[];
}

/** The last contact of a company or unit. */
function lastContact(before: readonly ValueRequest[], unit: string) {
  const { person = '', email = '' } = before.find((one) => one.unit === unit) ?? {};
  return { person, email };
}

/** The choice of the projects whose companies get a request. */
export function TickProjects({ rows, onRows, before }: PickProps) {
  const t = useLabels(manageLabels);
  const language = useLanguage();
  const [q, setQ] = useState('');
  const query = useProjects({ q: useDeferredValue(q), status: 'active', as_of: serverDay() });
  const items = (query.data?.pages.flatMap((page) => page.items) ?? []).map(toRequestProject);
  const tickedCodes = new Set(rows.flatMap(({ projects }) => projects.map(({ code }) => code)));
  const toggle = (project: RequestProject) => {
    const { company: unit, code } = project;
    onRows((now) =>
      tickedCodes.has(code)
        ? removeProject(now, code)
        : addRow(now, { unit, ...lastContact(before, unit), projects: [project] }),
    );
  };
  return (
    <div className={styles.pick}>
      <Field
        type="search"
        label={t('several_find')}
        value={q}
        autoComplete="off"
        onChange={(event) => setQ(event.target.value)}
      />
      <div className={styles.ticks} role="group" aria-label={t('several_tick')}>
        {items.map((project) => (
          <Checkbox
            key={project.code}
            label={project.company}
            hint={`${project.code} · ${projectName(project, language)}`}
            checked={tickedCodes.has(project.code)}
            onChange={() => toggle(project)}
          />
        ))}
        {query.hasNextPage ? (
          <Button disabled={query.isFetching} onClick={() => void query.fetchNextPage()}>
            {t('several_more')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** A field for pasted companies and units, one on each line. */
export function PasteLines({ onRows, before }: Omit<PickProps, 'rows'>) {
  const t = useLabels(manageLabels);
  const [text, setText] = useState('');
  const lines = readLines(text);
  const find = useMutation({ mutationFn: findRequestProjects });
  const add = async () => {
    const projectsByName = await find.mutateAsync(lines.map(({ name }) => name));
    const pickedRows = lines.map(({ name, person, email }) => {
      const projects = matchProjects(name, projectsByName.get(name) ?? []);
      const unit = projects[0]?.company ?? name;
      const last = lastContact(before, unit);
      return { unit, projects, person: person || last.person, email: email || last.email };
    });
    // rows may have been ticked or removed while the projects were loading
    onRows((now) => pickedRows.reduce(addRow, now));
    setText('');
  };
  return (
    <div className={styles.pick}>
      <label className={styles.text}>
        <span>{t('several_paste')}</span>
        <textarea
          rows={6}
          value={text}
          maxLength={100_000}
          placeholder={t('several_example')}
          onChange={(event) => setText(event.target.value)}
        />
        <small>{t('several_paste_hint')}</small>
      </label>
      {find.isError ? <p className={styles.fault}>{t('retry')}</p> : null}
      <div>
        <Button
          disabled={lines.length === 0 || find.isPending}
          onClick={() => void add().catch(() => {})}
        >
          {t('several_add', { n: lines.length })}
        </Button>
      </div>
    </div>
  );
}
