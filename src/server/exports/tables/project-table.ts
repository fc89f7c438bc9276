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
import { majorOf, statusOf } from './money.ts';
import { fileColumn, type FileColumn, type ProjectTable } from './table.ts';
import { fieldDefinitions, inBrackets, registerWords } from './labels.ts';

interface ProjectColumn extends FileColumn {
  readonly value: (project: ProjectWithEvents) => string | number | null | undefined;
}
const labelOf = (field: string) => projectFieldTerms[field] ?? sameWords(field);
const definedBy = (id: string): Pick<FileColumn, 'definition'> => {
  const definition = fieldDefinitions[id];
  return definition === undefined ? {} : { definition };
};

type PlainField = Exclude<
  keyof Project,
  'amounts' | 'milestones' | 'extra' | 'revision' | 'origin'
>;
const fact = (
  field: PlainField,
  kind: FileColumn['kind'] = 'text',
  more: Partial<FileColumn> = {},
): ProjectColumn => ({
  id: field,
  label: labelOf(field),
  kind,
  ...definedBy(field),
  ...more,
  value: ({ project }) => project[field],
});

/**
 * The day on which a project last entered a stage; undefined where only the latest day is known.
 */
export const enteredOn = ({ stage_events }: ProjectWithEvents, stage: Stage): IsoDate | undefined =>
  stage_events.findLast((event) => event.stage === stage && event.by === undefined)?.date;

/** The day of an event, how it is known, and the day from which it counts. */
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
/** The days of the stages, each named as the zone names its stage. */
const stageDateColumns = (words: StageWords | undefined): readonly ProjectColumn[] =>
  Object.entries(stageDates).map(([id, stage]) => ({
    id,
    label: inBrackets(zoneStageTerms(words)[stage], registerWords.entered),
    kind: 'date',
    ...definedBy('stage_date'),
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
      ...definedBy(date),
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
    ...definedBy(measure),
    value: ({ project }) => majorOf(project.amounts[measure]),
  },
  {
    id: `${measure}_currency`,
    label: inBrackets(measureTerms[measure], registerWords.currency),
    kind: 'text',
    value: ({ project }) => project.amounts[measure]?.money?.currency,
  },
  {
    id: `${measure}_status`,
    label: inBrackets(measureTerms[measure], registerWords.note),
    kind: 'text',
    ...definedBy('amount_status'),
    values: amountStatuses,
    value: ({ project }) => statusOf(project.amounts[measure]),
  },
]);

const columnsFor = (as_of: IsoDate, words: StageWords | undefined): readonly ProjectColumn[] => [
  fact('code'),
  fact('name'),
  fact('investor'),
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
    ...fact('stage', 'text', { values: stagesAndUnknown }),
    value: ({ project }) =>
      project.stage === 'unknown' ? (project.stage_word ?? 'unknown') : project.stage,
  },
  fact('stage_since', 'date'),
  fact('status', 'text', { values: statuses }),
  fact('status_date', 'date'),
  {
    ...fact('status_reason_code', 'text', { values: reasonCodes }),
    label: registerWords.reason_code,
  },
  { ...fact('status_reason'), label: registerWords.reason },
  fact('agreement_type', 'text', { values: agreementTypes }),
  fact('source_channel'),
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
  fact('unit'),
  fact('remark'),
  fact('last_update', 'date'),
  fact('data_status', 'text', { values: dataStatuses }),
  {
    id: 'other_columns',
    label: registerWords.extra,
    kind: 'text',
    ...definedBy('other_columns'),
    value: ({ project }) =>
      project.extra === undefined ? undefined : JSON.stringify(project.extra),
  },
  { id: 'register_as_of', label: registerWords.as_of, kind: 'date', value: () => as_of },
];

/** Every field of every project, typed. An import of the table gives the same projects again. */
export function projectTable(as_of: IsoDate, words: StageWords | undefined): ProjectTable {
  const columns = columnsFor(as_of, words);
  return {
    id: 'projects',
    title: registerWords.projects,
    columns: columns.map(({ value: _made, ...column }) => column),
    rowsOf: (project) => [
      columns.map(({ value }) => {
        const said = value(project);
        return said === undefined || said === null ? null : String(said);
      }),
    ],
  };
}

const eventColumns: readonly FileColumn[] = [
  fileColumn('code', labelOf('code')),
  fileColumn('kind', registerWords.kind, 'text', { values: ['stage', 'status'] }),
  fileColumn('sequence', registerWords.sequence, 'number'),
  fileColumn('value', registerWords.value, 'text', {
    values: [...stages, 'unknown', ...statuses],
  }),
  fileColumn('date', registerWords.date, 'date', definedBy('event_date')),
  fileColumn('date_basis', registerWords.date_basis, 'text', {
    values: ['exact', 'by'],
    ...definedBy('date_basis'),
  }),
  fileColumn('counts_from', registerWords.counts_from, 'date', definedBy('counts_from')),
  fileColumn('word', registerWords.source_word),
  fileColumn('reason_code', registerWords.reason_code, 'text', { values: reasonCodes }),
  fileColumn('reason', registerWords.reason),
  fileColumn('data_status', labelOf('data_status'), 'text', { values: dataStatuses }),
  fileColumn('register_as_of', registerWords.as_of, 'date'),
];

/** What happened to each project: stages and statuses with their days, oldest first. */
export const eventTable = (as_of: IsoDate): ProjectTable => ({
  id: 'stage_events',
  title: registerWords.stage_events,
  columns: eventColumns,
  rowsOf: ({ project: { code, data_status }, stage_events, status_events }) => [
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
