import { languages, type Language } from '#domain/values/language.ts';
import { dataStatuses, missingReasons } from '#domain/values/data-status.ts';
import { qualifiers } from '#domain/values/money.ts';
import {
  agreementTypes,
  measures,
  milestoneTypes,
  type Measure,
  type MilestoneType,
  type Project,
  type StageEvent,
  type StatusEvent,
} from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { countsFrom } from '#domain/projects/segments.ts';
import { lights, projectLight } from '#domain/projects/light.ts';
import { declaredCells, declaredColumns } from './declared-columns.ts';
import { declaredStatusTerms } from '#domain/labels/general/declared-status-terms.ts';
import { siteModes } from '#domain/projects/fields.ts';
import { reasonCodes } from '#domain/projects/reason.ts';
import { stages, stagesAndUnknown, statuses, type Stage } from '#domain/projects/stage.ts';
import {
  measureTerms,
  milestoneDateTerms,
  milestoneTerms,
  projectFieldTerms,
  sameWords,
  zoneStageTerms,
} from '#domain/labels/index.ts';
import type { StageWords } from '#domain/zone/zone.ts';
import type { ProjectWithEvents } from '#server/projects/register/page-store.ts';
import { toMajorUnits, readAmountStatus } from './money.ts';
import { fileColumn, type FileColumn, type ProjectTable } from './table.ts';
import { dataStatusColumn, findDefinition, inBrackets } from './column-labels.ts';
import { registerTableLabels } from './labels/index.ts';

interface ProjectColumn extends FileColumn {
  readonly value: (project: ProjectWithEvents) => string | number | null | undefined;
}
const fieldLabel = (field: string) => projectFieldTerms[field] ?? sameWords(field);

type PlainField = Exclude<
  keyof Project,
  'names' | 'investor_names' | 'amounts' | 'milestones' | 'extra' | 'revision' | 'origin'
>;
const fact = (
  field: PlainField,
  kind: FileColumn['kind'] = 'text',
  more: Partial<FileColumn> = {},
): ProjectColumn => ({
  id: field,
  label: fieldLabel(field),
  kind,
  ...findDefinition(field),
  ...more,
  value: ({ project }) => project[field],
});

const shortTags: Readonly<Record<Language, string>> = { 'zh-CN': 'zh', ja: 'ja', en: 'en' };
/** Makes the columns of the translations of a name. */
const translations = (id: 'name' | 'investor', of: 'names' | 'investor_names'): ProjectColumn[] =>
  languages.map((language) => ({
    id: `${id}_${shortTags[language]}`,
    label: fieldLabel(`${of}.${language}`),
    kind: 'text',
    value: ({ project }) => project[of]?.[language],
  }));

/**
 * Finds the day on which a project last entered a stage.
 * @returns undefined if only a latest possible day is known
 */
export const enteredOn = ({ stage_events }: ProjectWithEvents, stage: Stage): IsoDate | undefined =>
  stage_events.findLast((event) => event.stage === stage && event.by === undefined)?.date;

/** Writes the day of an event, the basis of that day, and the day from which the event counts. */
const dayCells = (event: StageEvent | StatusEvent): (string | null)[] =>
  event.date === undefined
    ? [null, null, null]
    : [event.date, event.by ? 'by' : 'exact', countsFrom(event)];

const stageDates = {
  first_contact_date: 'lead',
  negotiation_date: 'negotiation',
  signed_date: 'signed',
  registered_date: 'registered',
} as const;
/** Makes the columns of the stage dates, with the zone's names of the stages. */
const stageDateColumns = (words: StageWords | undefined): readonly ProjectColumn[] =>
  Object.entries(stageDates).map(([id, stage]) => ({
    id,
    label: inBrackets(zoneStageTerms(words)[stage], registerTableLabels.entered),
    kind: 'date',
    ...findDefinition('stage_date'),
    value: (project) => enteredOn(project, stage),
  }));

const shortOf: Readonly<Record<MilestoneType, string>> = {
  start: 'start',
  completion: 'completion',
  operation: 'op',
  full_capacity: 'full',
};
const milestoneColumns = milestoneTypes.flatMap((type) =>
  (['baseline', 'plan', 'actual'] as const).map(
    (date): ProjectColumn => ({
      id: `${shortOf[type]}_${date === 'baseline' ? 'base' : date}`,
      label: inBrackets(milestoneTerms[type], milestoneDateTerms[date]),
      kind: 'date',
      ...findDefinition(date),
      value: ({ project }) => project.milestones.find((m) => m.type === type)?.[date],
    }),
  ),
);

const amountStatuses = [...qualifiers, ...missingReasons];
const amountColumns = measures.flatMap((measure: Measure): ProjectColumn[] => [
  {
    id: measure,
    label: measureTerms[measure],
    kind: 'amount',
    unit_in: `${measure}_currency`,
    ...findDefinition(measure),
    value: ({ project }) => toMajorUnits(project.amounts[measure]),
  },
  {
    id: `${measure}_currency`,
    label: inBrackets(measureTerms[measure], registerTableLabels.currency),
    kind: 'text',
    value: ({ project }) => project.amounts[measure]?.money?.currency,
  },
  {
    id: `${measure}_status`,
    label: inBrackets(measureTerms[measure], registerTableLabels.note),
    kind: 'text',
    ...findDefinition('amount_status'),
    values: amountStatuses,
    value: ({ project }) => readAmountStatus(project.amounts[measure]),
  },
]);

/** Makes the columns of the computed status and, beside it, of the one that a person declared. */
const judgedColumns = (as_of: IsoDate): readonly ProjectColumn[] => [
  {
    id: 'computed_status',
    label: declaredStatusTerms.computed_status,
    kind: 'text',
    values: lights,
    value: ({ project }) => projectLight(project, as_of),
  },
  ...declaredColumns.map(
    (column, at): ProjectColumn => ({
      ...column,
      value: ({ declared }) => declaredCells(declared)[at] ?? undefined,
    }),
  ),
];

const columnsFor = (as_of: IsoDate, words: StageWords | undefined): readonly ProjectColumn[] => [
  fact('code'),
  fact('name'),
  ...translations('name', 'names'),
  fact('investor'),
  ...translations('investor', 'investor_names'),
  fact('company'),
  fact('national_code'),
  fact('uscc'),
  fact('country'),
  fact('prefecture'),
  fact('industry'),
  fact('gb4754'),
  fact('zone'),
  fact('site_mode', 'text', { values: siteModes }),
  {
    ...fact('stage', 'text', { values: stagesAndUnknown, isOpen: true }),
    value: ({ project }) =>
      project.stage === 'unknown' ? (project.stage_word ?? 'unknown') : project.stage,
  },
  fact('stage_since', 'date'),
  fact('status', 'text', { values: statuses }),
  fact('status_date', 'date'),
  {
    ...fact('status_reason_code', 'text', { values: reasonCodes }),
    label: registerTableLabels.reason_code,
  },
  { ...fact('status_reason'), label: registerTableLabels.reason },
  fact('agreement_type', 'text', { values: agreementTypes }),
  fact('source_channel'),
  fact('extended_project'),
  ...amountColumns,
  fact('foreign_percent', 'number', { unit: 'percent' }),
  fact('land_mu', 'number', { unit: 'mu' }),
  fact('floor_area_m2', 'number', { unit: 'm2' }),
  fact('jobs_plan', 'number', { unit: 'jobs' }),
  fact('jobs_actual', 'number', { unit: 'jobs' }),
  ...stageDateColumns(words),
  ...milestoneColumns,
  fact('progress_text'),
  fact('next_step'),
  fact('issue_text'),
  fact('owner'),
  { ...fact('unit'), id: 'unit_in_charge' },
  fact('remark'),
  fact('last_update', 'date'),
  ...judgedColumns(as_of),
  fact('data_status', 'text', { values: dataStatuses }),
  {
    id: 'other_columns',
    label: registerTableLabels.extra,
    kind: 'text',
    ...findDefinition('other_columns'),
    value: ({ project }) =>
      project.extra === undefined ? undefined : JSON.stringify(project.extra),
  },
  { id: 'register_as_of', label: registerTableLabels.as_of, kind: 'date', value: () => as_of },
];

/** Makes the table with every field of every project. Importing it gives the same projects. */
export function projectTable(as_of: IsoDate, words: StageWords | undefined): ProjectTable {
  const columns = columnsFor(as_of, words);
  return {
    id: 'projects',
    title: registerTableLabels.projects,
    key: ['code'],
    columns: columns.map(({ value: _value, ...column }) => column),
    makeRows: (project) => [
      columns.map(({ value }) => {
        const cell = value(project) ?? null;
        return cell === null ? null : String(cell);
      }),
    ],
  };
}

export const eventColumns: readonly FileColumn[] = [
  fileColumn('code', fieldLabel('code'), 'text', findDefinition('code')),
  fileColumn('event_kind', registerTableLabels.kind, 'text', { values: ['stage', 'status'] }),
  fileColumn('sequence', registerTableLabels.sequence, 'number'),
  fileColumn('event_value', registerTableLabels.event, 'text', {
    values: [...stages, 'unknown', ...statuses],
  }),
  fileColumn('event_date', registerTableLabels.date, 'date', findDefinition('event_date')),
  fileColumn('date_basis', registerTableLabels.date_basis, 'text', {
    values: ['exact', 'by'],
    ...findDefinition('date_basis'),
  }),
  fileColumn('counts_from', registerTableLabels.counts_from, 'date', findDefinition('counts_from')),
  fileColumn('word', registerTableLabels.source_word),
  fileColumn('reason_code', registerTableLabels.reason_code, 'text', { values: reasonCodes }),
  fileColumn('reason', registerTableLabels.reason),
  dataStatusColumn,
  fileColumn('register_as_of', registerTableLabels.as_of, 'date'),
];

/** Makes the table of stage and status events of each project, oldest first. */
export const eventTable = (as_of: IsoDate): ProjectTable => ({
  id: 'stage_events',
  title: registerTableLabels.stage_events,
  key: ['code', 'event_kind', 'sequence'],
  refers: { field: 'code', table: 'projects', to: 'code' },
  columns: eventColumns,
  makeRows: ({ project: { code, data_status }, stage_events, status_events }) => [
    ...stage_events.map((e, i) => [
      code,
      'stage',
      String(i + 1),
      e.stage,
      ...dayCells(e),
      e.word ?? null,
      e.reason_code ?? null,
      e.reason ?? null,
      data_status,
      as_of,
    ]),
    ...status_events.map((e, i) => [
      code,
      'status',
      String(i + 1),
      e.status,
      ...dayCells(e),
      null,
      e.reason_code ?? null,
      e.reason ?? null,
      data_status,
      as_of,
    ]),
  ],
});
