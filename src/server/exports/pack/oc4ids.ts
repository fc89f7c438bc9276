import {
  investorName,
  measureTerms,
  milestoneTerms,
  projectFieldTerms,
  projectName,
} from '#domain/labels/index.ts';
import { shownNameLanguage } from '#domain/labels/projects/name-language.ts';
import type { Language } from '#domain/values/language.ts';
import type { Measure, Milestone, Project } from '#domain/projects/project.ts';
import { endedStatuses, type StageOrUnknown } from '#domain/projects/stage.ts';
import { compact } from '#domain/values/compact.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { isCurrency } from '#domain/values/money.ts';
import type { DocumentScope } from '#server/exports/tables/document-scope.ts';
import { toMajorUnits } from '#server/exports/tables/money.ts';

/** Measures that are agreed or paid. The others are planned. */
const actualMeasures = [
  'contracted_amount',
  'paid_in',
  'fai_done_total',
  'output_actual',
  'contracted_fdi',
  'utilised_fdi',
] as const satisfies readonly Measure[];

/** The version of the standard that the file follows. */
const version = '0.9';
/** The standard's project status for each stage. An unknown stage has none. */
const stageStatus: Readonly<Record<StageOrUnknown, string | undefined>> = {
  lead: 'identification',
  negotiation: 'identification',
  signed: 'preparation',
  registered: 'preparation',
  construction: 'implementation',
  operation: 'maintenance',
  full_capacity: 'maintenance',
  unknown: undefined,
};
const toMoment = (day: IsoDate): string => `${day}T00:00:00Z`;

/**
 * Makes an amount of money in the standard's form. `amount` is a number with at most 15 exact
 * digits.
 */
const makeValue = (project: Project, measure: Measure) => {
  const amount = project.amounts[measure];
  const exact = toMajorUnits(amount);
  const currency = amount?.money?.currency;
  return exact === null || currency === undefined || !isCurrency(currency)
    ? undefined
    : { amount: Number(exact), currency };
};

const makePeriod = (start: IsoDate | undefined, end: IsoDate | undefined) =>
  start === undefined && end === undefined
    ? undefined
    : compact({
        startDate: start === undefined ? undefined : toMoment(start),
        endDate: end === undefined ? undefined : toMoment(end),
      });

const findDay = (project: Project, type: Milestone['type']): IsoDate | undefined => {
  const milestone = project.milestones.find((one) => one.type === type);
  return milestone?.actual ?? milestone?.plan;
};

const makeMilestone = ({ type, plan, actual }: Milestone, { language, as_of }: DocumentScope) => ({
  id: type,
  title: milestoneTerms[type][language],
  type: 'delivery',
  status:
    actual !== undefined ? 'met' : plan !== undefined && plan < as_of ? 'notMet' : 'scheduled',
  ...compact({
    dueDate: plan === undefined ? undefined : toMoment(plan),
    dateMet: actual === undefined ? undefined : toMoment(actual),
  }),
});

const makeMetric = (id: string, title: string, content: object) => ({
  id,
  title,
  observations: [{ id, ...content }],
});
const listJobs = (
  project: Project,
  id: 'jobs_plan' | 'jobs_actual',
  { language }: DocumentScope,
) => {
  const jobs = project[id];
  return jobs === undefined
    ? []
    : [
        makeMetric(id, projectFieldTerms[id]?.[language] ?? id, {
          measure: jobs,
          unit: { name: 'jobs' },
        }),
      ];
};
const listMoney = (project: Project, id: Measure, { language }: DocumentScope) => {
  const value = makeValue(project, id);
  return value === undefined ? [] : [makeMetric(id, measureTerms[id][language], { value })];
};

function makeBudget(project: Project) {
  const amount = makeValue(project, 'total_investment');
  const qualifier = project.amounts.total_investment?.qualifier;
  return amount === undefined ? undefined : { amount, ...compact({ description: qualifier }) };
}

function listParties(project: Project, language: Language) {
  const { company, uscc } = project;
  const investor = investorName(project, language);
  return [
    ...(investor === undefined ? [] : [{ id: 'investor', name: investor, roles: ['funder'] }]),
    ...(company === undefined
      ? []
      : [
          {
            id: 'company',
            name: company,
            roles: ['administrativeEntity'],
            ...compact({
              identifier: uscc === undefined ? undefined : { scheme: 'CN-UNIFIED', id: uscc },
            }),
          },
        ]),
  ];
}

function listClassifications({ industry, gb4754 }: Project, { profile, language }: DocumentScope) {
  const sector = profile.industries.find(({ id }) => id === industry);
  return [
    ...(industry === undefined
      ? []
      : [{ scheme: 'zone', id: industry, description: sector?.name[language] ?? industry }]),
    ...(gb4754 === undefined ? [] : [{ scheme: 'GB-T-4754', id: gb4754 }]),
  ];
}

function findStatus({ stage, status }: Project): string | undefined {
  return endedStatuses.some((one) => one === status) ? 'cancelled' : stageStatus[stage];
}
const orNothing = <T>(items: readonly T[]): readonly T[] | undefined =>
  items.length === 0 ? undefined : items;

/**
 * Describes a project at the project level of the Open Contracting for Infrastructure Data
 * Standard. Names are in the language of the file, or as the register has them; `language` is that
 * of the title. It leaves out unknown values, and always owners, remarks and problems. Source:
 * https://standard.open-contracting.org/infrastructure/
 */
export function toOc4ids(project: Project, scope: DocumentScope) {
  const { language, profile } = scope;
  const zone = profile.function_zones.find(({ id }) => id === project.zone);
  const [start, end] = [findDay(project, 'start'), findDay(project, 'completion')];
  return {
    id: project.code,
    title: projectName(project, language),
    language: shownNameLanguage(project, language),
    publicAuthority: { id: 'zone', name: profile.name[language] },
    ...compact({
      updated: project.last_update === undefined ? undefined : toMoment(project.last_update),
      status: findStatus(project),
      budget: makeBudget(project),
      period: makePeriod(start, end),
      implementationPeriod: makePeriod(start, end),
      maintenancePeriod: makePeriod(findDay(project, 'operation'), undefined),
      locations:
        project.zone === undefined
          ? undefined
          : [{ id: project.zone, description: zone?.name[language] ?? project.zone }],
      additionalClassifications: orNothing(listClassifications(project, scope)),
      milestones: orNothing(project.milestones.map((milestone) => makeMilestone(milestone, scope))),
      forecasts: orNothing([
        ...listJobs(project, 'jobs_plan', scope),
        ...listMoney(project, 'output_plan', scope),
      ]),
      metrics: orNothing([
        ...listJobs(project, 'jobs_actual', scope),
        ...actualMeasures.flatMap((measure) => listMoney(project, measure, scope)),
      ]),
    }),
    parties: [
      { id: 'zone', name: profile.name[language], roles: ['publicAuthority'] },
      ...listParties(project, language),
    ],
  };
}

/** Makes the URI of the file: its public address, or a name if the server has none. */
const makeUri = ({ address, profile, as_of, knownRevision }: DocumentScope): string =>
  URL.canParse(address)
    ? address
    : `urn:headway:projects:${encodeURIComponent(profile.short_name.en)}:${as_of}:${knownRevision}`;

/** Writes the start of the file up to its list of projects. */
export function openOc4ids(scope: DocumentScope): string {
  const { profile, language, recorded_at, illustrative, as_of } = scope;
  const head = {
    uri: makeUri(scope),
    publishedDate: recorded_at,
    version,
    publisher: { name: profile.name[language] },
    as_of,
    data_status: illustrative ? 'illustrative' : profile.data_status,
  };
  return `${JSON.stringify(head).slice(0, -1)},"projects":[`;
}
