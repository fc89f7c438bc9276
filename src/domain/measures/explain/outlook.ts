import { chanceText } from '#domain/labels/targets/chance.ts';
import { pickNamed } from '#domain/projects/project.ts';
import { compact } from '#domain/values/compact.ts';
import { findStep } from '#domain/outlook/make-range.ts';
import type { OutlookInput } from '#domain/outlook/make-outlook.ts';
import type {
  DatedPart,
  OutlookRange,
  OutlookStepKey,
  TargetOutlook,
} from '#domain/outlook/outlook.ts';
import type { OutlookProject } from '#domain/outlook/outlook-project.ts';
import { stageGroupTerms, stageTerms } from '#domain/labels/projects/stage.ts';
import { registerAsSource } from './own-source.ts';
import type { DataStatus } from '#domain/values/data-status.ts';
import { compareDecimal } from '#domain/values/decimal.ts';
import { formatPercent, formatValue } from '#domain/values/format.ts';
import type { Language, Text } from '#domain/values/language.ts';
import { explainSentences, explainTerms } from './labels/index.ts';
import type { DayExplanation, ExplainedProject } from '#domain/measures/explanation.ts';
import { ceilingParts } from './ceiling-parts.ts';
import { absences, countText, inAll, leftOut, reasons } from './texts.ts';

/** The input of an outlook that its explanations read. */
export type ExplainedInput = Pick<OutlookInput, 'as_of' | 'mapping' | 'measures' | 'scenario'>;
/** The outlook of a target with the projects that it was made from. */
export interface OutlookSubject {
  readonly outlook: TargetOutlook;
  readonly input: ExplainedInput;
  readonly data_status: DataStatus;
}

const stepNames: Readonly<Record<OutlookStepKey, Text>> = {
  established: stageGroupTerms.established,
  signed: stageTerms.signed,
  negotiation: stageTerms.negotiation,
  lead: stageTerms.lead,
};

/** How values are written: in the multiple of the target. */
export const readNumber =
  ({ row }: TargetOutlook, language: Language) =>
  (value: string | number): string =>
    formatValue(value, row.unit, language, compact({ like: row.target })).text;

const projectRow =
  (unit: string) =>
  (project: OutlookProject): ExplainedProject => ({
    ...pickNamed(project),
    stage: project.stage,
    ...compact({
      missing: project.adds === undefined ? 'not_reported' : undefined,
      adds: project.adds === undefined ? undefined : { value: project.adds, unit },
      date: project.full_capacity ?? project.opens,
    }),
  });

/** The projects of some steps, largest first; those without a number last. */
function listProjects({ outlook, input }: OutlookSubject, keys?: readonly OutlookStepKey[]) {
  const { measure, row } = outlook;
  const all = measure === undefined ? [] : input.measures[measure].projects;
  const own = all.filter(
    (project) => keys === undefined || keys.includes(findStep(project, input.mapping)),
  );
  const items = own
    .toSorted(
      (a, b) => compareDecimal(b.adds ?? '-1', a.adds ?? '-1') || (a.code < b.code ? -1 : 1),
    )
    .map(projectRow(row.unit));
  return { kind: 'projects', total: items.length, items } as const;
}

/** The parts that every explanation of an outlook has. */
export function outlookCommon(subject: OutlookSubject) {
  const { outlook, data_status, input } = subject;
  return {
    subject: outlook.row.name,
    left_out: leftOut(reasons.unknown, outlook.range?.unknown),
    sources: [registerAsSource(data_status, input.as_of)],
    data_status: outlook.row.now?.data_status ?? data_status,
  };
}

/** Explains a value of the range, or why there is none. A link may withhold some of its values. */
function explainRange(
  subject: OutlookSubject,
  explain: (
    range: OutlookRange,
    target: string,
  ) => Partial<DayExplanation> & { readonly value: string | undefined },
): DayExplanation {
  const { range, row } = subject.outlook;
  const { value, ...more } =
    range === undefined || row.target === undefined
      ? { value: undefined }
      : explain(range, row.target);
  if (value === undefined)
    return { ...outlookCommon(subject), absent: absences.no_outlook, rows: { kind: 'none' } };
  return {
    ...outlookCommon(subject),
    text: inAll((language) => readNumber(subject.outlook, language)(value)),
    exact: [{ value, unit: row.unit }],
    rows: listProjects(subject),
    ...more,
  };
}

/** Sums today's value and all additions up to a step. */
const sumTo = (
  subject: OutlookSubject,
  range: OutlookRange,
  last: OutlookStepKey,
  sum: string,
): Text =>
  inAll((language) => {
    const number = readNumber(subject.outlook, language);
    const end = range.steps.findIndex(({ key }) => key === last);
    const additions = range.steps.slice(0, end + 1).filter(({ adds }) => adds !== '0');
    return `${[number(range.now), ...additions.map(({ key, adds }) => `${stepNames[key][language]} ${number(adds)}`)].join(' + ')} = ${number(sum)}`;
  });

/** Explains what the projects of a step, or all of them, will still add. */
export const explainAdds = (
  subject: OutlookSubject,
  step: OutlookStepKey | undefined,
): DayExplanation =>
  explainRange(subject, (range) => {
    const own = range.steps.find(({ key }) => key === step);
    return {
      value: step === undefined ? range.adds : own?.adds,
      ...compact({
        subject:
          step === undefined
            ? undefined
            : inAll(
                (language) =>
                  `${subject.outlook.row.name[language]} · ${stepNames[step][language]}`,
              ),
      }),
      rows: listProjects(subject, step === undefined ? undefined : [step]),
    };
  });

/** Explains today's value with signed projects. */
export const explainSigned = (subject: OutlookSubject): DayExplanation =>
  explainRange(subject, ({ signed, ...range }) => ({
    value: signed,
    ...compact({
      filled: signed === undefined ? undefined : sumTo(subject, range, 'signed', signed),
    }),
    rows: listProjects(subject, ['established', 'signed']),
  }));

/** Explains the value if all projects are realised. */
export const explainCeiling = (subject: OutlookSubject): DayExplanation =>
  explainRange(subject, (range, target) => ({
    value: range.ceiling,
    filled: sumTo(subject, range, 'lead', range.ceiling),
    parts: ceilingParts(subject.outlook.row, range.ceiling, target),
  }));

/** Explains the amount that is missing even if all projects are realised. */
export const explainMissing = (subject: OutlookSubject): DayExplanation =>
  explainRange(subject, (range, target) => ({
    value: range.missing,
    ...compact({
      filled:
        range.missing === '0'
          ? undefined
          : inAll((language) => {
              const number = readNumber(subject.outlook, language);
              return `${number(target)} − ${number(range.ceiling)} = ${number(range.missing)}`;
            }),
    }),
  }));

/** Explains what is at full capacity by the deadline, later, or without a date. */
export const explainByDate = (
  subject: OutlookSubject,
  part: DatedPart = 'on_time',
): DayExplanation =>
  explainRange(subject, ({ on_time, late, undated, adds }) => ({
    value: { on_time, late, undated }[part],
    filled: inAll((language) => {
      const number = readNumber(subject.outlook, language);
      const parts = [on_time, late, undated].flatMap((one) =>
        one === undefined ? [] : number(one),
      );
      return `${parts.join(' + ')} = ${number(adds)}`;
    }),
  }));

/** Explains what the dated projects bring by the deadline. */
export const explainInTime = (subject: OutlookSubject): DayExplanation =>
  explainRange(subject, ({ in_time, undated_projects }) => ({
    value: in_time,
    data_status: 'forecast',
    left_out: [
      ...leftOut(reasons.unknown, subject.outlook.range?.unknown),
      ...leftOut(reasons.no_day, undated_projects),
    ],
  }));

/** Explains the smallest number of projects that cover the missing amount. */
export function explainFewest(subject: OutlookSubject): DayExplanation {
  const { fewest, row } = subject.outlook;
  if (fewest === undefined)
    return { ...outlookCommon(subject), absent: absences.no_outlook, rows: { kind: 'none' } };
  const count = countText(fewest.count);
  const unlisted = fewest.count - fewest.projects.length;
  return {
    ...outlookCommon(subject),
    text: fewest.closes
      ? count
      : inAll((language) => explainSentences[language].notEnough(count[language])),
    exact: [{ value: String(fewest.count), unit: 'projects' }],
    filled: inAll((language) => {
      const number = readNumber(subject.outlook, language);
      return `${number(fewest.total)} ${fewest.closes ? '≥' : '<'} ${number(fewest.need)}`;
    }),
    parts:
      unlisted === 0
        ? []
        : [
            {
              name: inAll((language) => explainSentences[language].moreProjects(unlisted)),
              text: inAll((language) => readNumber(subject.outlook, language)(fewest.others)),
            },
          ],
    rows: {
      kind: 'projects',
      total: fewest.count,
      items: fewest.projects.map(projectRow(row.unit)),
    },
  };
}

/** Explains the chance, with the rates that it rests on. */
export function explainChance(subject: OutlookSubject): DayExplanation {
  const { chance } = subject.outlook;
  if (chance === undefined)
    return { ...outlookCommon(subject), absent: absences.no_outlook, rows: { kind: 'none' } };
  return {
    ...outlookCommon(subject),
    text: inAll((language) => chanceText(chance.chance, language)),
    exact: [{ value: String(chance.chance), unit: 'ratio' }],
    parts: [
      {
        name: explainTerms.parts.need,
        text: inAll((language) => readNumber(subject.outlook, language)(chance.need)),
      },
      ...chance.basis.map(({ stage, own, events, months }) => ({
        name: stageTerms[stage],
        text: inAll((language) => ownHistory(language, own, events, months)),
      })),
    ],
    data_status: 'forecast',
    rows: listProjects(subject),
  };
}

function ownHistory(language: Language, own: number, events: number, months: number): string {
  const share = formatPercent(own, language, 0);
  const horizon = formatValue(months, 'months', language, { digits: 0 }).text;
  return explainSentences[language].ownHistory(share, events, horizon);
}

/** Explains the 10, 50 and 90 % quantiles of what projects add. */
export function explainLikely(subject: OutlookSubject): DayExplanation {
  const { chance, row } = subject.outlook;
  if (chance === undefined)
    return { ...outlookCommon(subject), absent: absences.no_outlook, rows: { kind: 'none' } };
  return {
    ...outlookCommon(subject),
    text: inAll((language) => {
      const number = readNumber(subject.outlook, language);
      return `${number(chance.p10)} – ${number(chance.p90)}`;
    }),
    exact: [chance.p10, chance.p50, chance.p90].map((value) => ({
      value: String(value),
      unit: row.unit,
    })),
    data_status: 'forecast',
    rows: listProjects(subject),
  };
}
