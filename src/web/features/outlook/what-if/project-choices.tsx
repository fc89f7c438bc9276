import { writeTargetValue } from '#charts/outlook/sentence.ts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import { endpoints } from '#contract/endpoints.ts';
import type { ProjectMeasure } from '#domain/outlook/outlook-project.ts';
import { scenarioLimits, type AddedProject } from '#domain/outlook/scenario/scenario.ts';
import { stages, type Stage } from '#domain/projects/stage.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { projectName } from '#domain/labels/index.ts';
import { rowUnit } from '#charts/targets/data/row-unit.ts';
import { scaleByTen } from '#domain/values/decimal.ts';
import { whatIfLabels } from '#web/features/outlook/labels/index.ts';
import { call } from '#web/data/transport.ts';
import { useStageWord } from '#web/data/use-stage-label.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Field, SelectField } from '#web/ui/controls/field.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { useScenario } from './use-scenario.ts';
import * as styles from './what-if.module.css';

const maxOffers = 8;

const onEnter = (act: () => void) => (event: KeyboardEvent) => {
  if (event.key === 'Enter' && !event.nativeEvent.isComposing) act();
};

/** Finds the projects that match the typed text, by code. */
function useMatches(q: string) {
  const { view } = useViewState();
  const query = { as_of: view.as_of, known_at: view.known_at, q, limit: String(maxOffers) };
  return useQuery({
    queryKey: ['outlook', 'matches', query],
    queryFn: ({ signal }) => call(endpoints.listProjects, { query, signal }),
    placeholderData: keepPreviousData,
    enabled: q.trim() !== '',
  }).data?.items;
}

/** Excludes projects, by name or code, and includes them again. */
export function LeaveOut() {
  const t = useLabels(whatIfLabels);
  const language = useLanguage();
  const { scenario, change } = useScenario();
  const [input, setInput] = useState('');
  const list = useId();
  const inputMatches = useMatches(input);
  const matches = input.trim() === '' ? [] : (inputMatches ?? []);
  const without = scenario.without ?? [];
  const leaveOut = () => {
    const [only, ...more] = matches;
    const code =
      matches.find((one) => one.code === input.trim())?.code ??
      (more.length === 0 ? only?.code : undefined) ??
      input.trim();
    if (code === '' || without.includes(code)) return;
    change({ without: [...without, code] });
    setInput('');
  };
  return (
    <div className={styles.choice}>
      <Field
        label={t('leave_out')}
        placeholder={t('leave_out_hint')}
        list={list}
        value={input}
        maxLength={200}
        onChange={(event) => setInput(event.target.value)}
        onKeyDown={onEnter(leaveOut)}
      />
      <datalist id={list}>
        {matches.map((project) => (
          <option key={project.code} value={project.code}>
            {projectName(project, language)}
          </option>
        ))}
      </datalist>
      <Button
        onClick={leaveOut}
        disabled={input.trim() === '' || without.length >= scenarioLimits.without}
      >
        {t('leave_out_do')}
      </Button>
      <span className={styles.chosen}>
        {without.map((code) => (
          <Button
            key={code}
            quiet
            aria-label={t('put_back', { code })}
            onClick={() => {
              const next = without.filter((one) => one !== code);
              change({ without: next.length === 0 ? undefined : next });
            }}
          >
            {code} ×
          </Button>
        ))}
      </span>
    </div>
  );
}

/** The projects that a scenario adds, each with a button that removes it. */
function AddedList({
  row,
  measure,
}: {
  readonly row: TargetRow;
  readonly measure: ProjectMeasure;
}) {
  const t = useLabels(whatIfLabels);
  const language = useLanguage();
  const stageWord = useStageWord();
  const { scenario, change } = useScenario();
  const addedProjects = scenario.added ?? [];
  const write = ({ stage, adds }: AddedProject): string =>
    t('added', { stage: stageWord(stage), value: writeTargetValue(row, adds, language) });
  return (
    <span className={styles.chosen}>
      {addedProjects.map((one, at) =>
        one.measure === measure ? (
          <Button
            key={`${one.stage} ${one.adds} ${String(at)}`}
            quiet
            aria-label={t('take_away', { what: write(one) })}
            onClick={() => {
              const next = addedProjects.filter((_, other) => other !== at);
              change({ added: next.length === 0 ? undefined : next });
            }}
          >
            {write(one)} ×
          </Button>
        ) : null,
      )}
    </span>
  );
}

/** Adds a project by its stage and the amount that it would add, in the unit of the page. */
export function AddProject({
  row,
  measure,
}: {
  readonly row: TargetRow;
  readonly measure: ProjectMeasure;
}) {
  const t = useLabels(whatIfLabels);
  const language = useLanguage();
  const stageWord = useStageWord();
  const { scenario, change } = useScenario();
  const [stage, setStage] = useState<Stage>('signed');
  const [input, setInput] = useState('');
  const [isWrong, setWrong] = useState(false);
  const unit = rowUnit(row, language);
  const addedProjects = scenario.added ?? [];
  const add = () => {
    const text = input.trim();
    const isNumber = /^(0|[1-9]\d{0,8})(\.\d{1,4})?$/.test(text) && Number(text) > 0;
    setWrong(!isNumber);
    if (!isNumber) return;
    change({ added: [...addedProjects, { stage, measure, adds: scaleByTen(text, unit.scale) }] });
    setInput('');
  };
  return (
    <div className={styles.choice}>
      <SelectField
        label={t('add_stage')}
        value={stage}
        onChange={(event) => setStage(stages.find((one) => one === event.target.value) ?? stage)}
      >
        {stages.map((one) => (
          <option key={one} value={one}>
            {stageWord(one)}
          </option>
        ))}
      </SelectField>
      <Field
        label={t('add_adds', { unit: unit.word })}
        inputMode="decimal"
        value={input}
        error={isWrong ? t('add_wrong') : undefined}
        onChange={(event) => setInput(event.target.value)}
        onKeyDown={onEnter(add)}
      />
      <Button onClick={add} disabled={addedProjects.length >= scenarioLimits.added}>
        {t('add_do')}
      </Button>
      <AddedList row={row} measure={measure} />
    </div>
  );
}
