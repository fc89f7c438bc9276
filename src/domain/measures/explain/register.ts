import { listMark, type Text } from '#domain/values/language.ts';
import { compact } from '#domain/values/compact.ts';
import { investmentFigures } from '#domain/overview/headline-figures.ts';
import { activeProjects } from '#domain/overview/active-projects.ts';
import { formatCount, formatValue } from '#domain/values/format.ts';
import { registerAsSource } from './own-source.ts';
import { zoneStageTerms } from '#domain/labels/projects/stage.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Figure } from '#domain/targets/target-row.ts';
import { type Status, statuses } from '#domain/projects/stage.ts';
import type { DayExplanation, ExplainedPart, ProjectsInput } from '#domain/measures/explanation.ts';
import { explainTerms } from './labels/index.ts';
import {
  absences,
  countText,
  exactMoney,
  inAll,
  leftOut,
  moneyList,
  reasons,
  sumText,
  withheldUnits,
} from './texts.ts';

type Group = 'established' | 'pipeline';

/** The register as the source of a counted figure. */
export const countedIn = ({ strip, as_of }: Pick<Overview, 'strip' | 'as_of'>) => [
  registerAsSource(strip.data_status, as_of),
];

const groupOf = ({ strip }: Overview, group: Group) =>
  strip.groups.find((one) => one.group === group);

const stageName = ({ zone }: Overview, stage: keyof ReturnType<typeof zoneStageTerms>) =>
  zoneStageTerms(zone.stage_words)[stage];

/** The stages of a group that have projects, each with its number. */
const stageCounts = (overview: Overview, group: Group): ExplainedPart[] =>
  (groupOf(overview, group)?.rows ?? [])
    .filter(({ count }) => count > 0)
    .map(({ stage, count }) => ({ name: stageName(overview, stage), text: countText(count) }));

/** The projects of a group, as the store finds them. */
export const findGroup = (
  mapping: Overview['stage_mapping'],
  group: Group,
  adds: ProjectsInput['adds'] = 'one',
): ProjectsInput => ({ kind: 'find', stages: mapping[group], statuses: ['active'], adds });

/** Explains a figure that a source published: it has no rows behind it. */
function explainPublished(figure: Figure): DayExplanation {
  const { value, unit, qualifier, data_status, source, date, note, name } = figure;
  return {
    ...compact({ subject: name }),
    text: inAll((language) => formatValue(value, unit, language, compact({ qualifier })).text),
    exact: [{ value, unit }],
    ...compact({
      parts:
        note === undefined ? undefined : [{ name: explainTerms.parts.source_note, text: note }],
      sources: source === undefined ? undefined : [{ title: source, date }],
    }),
    data_status,
    rows: { kind: 'none' },
  };
}

const notKnown = ({ strip }: Overview): DayExplanation => ({
  absent: absences.unknown,
  data_status: strip.data_status,
  rows: { kind: 'none' },
});

/** Explains a group of the headline. */
export function explainGroup(overview: Overview, group: Group): DayExplanation {
  const figure = overview.headline[group];
  const unset = leftOut(reasons.stage_unset, Number(overview.headline.stage_not_set?.value ?? 0));
  if (figure === undefined)
    return unset.length === 0
      ? notKnown(overview)
      : { ...notKnown(overview), absent: absences.stage_unset, left_out: unset };
  if (figure.source !== undefined) return explainPublished(figure);
  const parts = stageCounts(overview, group);
  const text = inAll(
    (language) =>
      formatValue(figure.value, 'projects', language, compact({ qualifier: figure.qualifier }))
        .text,
  );
  return {
    text,
    exact: [{ value: figure.value, unit: figure.unit }],
    ...compact({ filled: parts.length < 2 ? undefined : sumText(parts, text) }),
    parts,
    left_out: [
      ...leftOut(reasons.not_active, overview.strip.excluded),
      ...leftOut(reasons.undated, overview.undated),
      ...unset,
    ],
    sources: countedIn(overview),
    data_status: figure.data_status,
    rows: findGroup(overview.stage_mapping, group),
  };
}

/** Why the established projects have no investment; without a register it is not known. */
function findInvestmentAbsence({ headline }: Overview): Text {
  if (headline.investment_held_back !== undefined) return absences.withheld;
  if (headline.established === undefined && headline.stage_not_set !== undefined)
    return absences.stage_unset;
  const isCounted = headline.established !== undefined || headline.classes !== undefined;
  return isCounted ? absences.no_amount : absences.unknown;
}

/** Explains the investment of the established projects. */
export function explainInvestment(overview: Overview): DayExplanation {
  const figures = investmentFigures(overview.headline);
  const [first] = figures;
  const withheld = overview.headline.investment_held_back;
  if (first === undefined)
    return {
      ...notKnown(overview),
      absent: findInvestmentAbsence(overview),
      parts: withheldUnits(withheld),
    };
  if (first.source !== undefined) return explainPublished(first);
  const group = groupOf(overview, 'established');
  const parts = (group?.rows ?? [])
    .filter(({ amounts }) => amounts.length > 0)
    .map(({ stage, amounts }) => ({ name: stageName(overview, stage), text: moneyList(amounts) }));
  // a link may withhold some stages: then the others are not the whole
  const isSum =
    parts.length > 1 && group?.rows.every(({ held_back }) => held_back === undefined) === true;
  const text = inAll((language) =>
    figures
      .map(
        ({ value, unit, qualifier }) =>
          formatValue(value, unit, language, compact({ qualifier })).text,
      )
      .join(listMark(language)),
  );
  return {
    text,
    exact: figures.map(({ value, unit }) => ({ value, unit })),
    ...compact({ filled: isSum ? sumText(parts, text) : undefined }),
    parts: [...parts, ...withheldUnits(withheld)],
    left_out: [
      ...leftOut(reasons.no_amount, group?.undisclosed),
      ...leftOut(reasons.not_active, overview.strip.excluded),
    ],
    sources: countedIn(overview),
    data_status: first.data_status,
    rows: findGroup(overview.stage_mapping, 'established', 'total_investment'),
  };
}

/** Explains one class of a source, by its place in the headline. */
export function explainClass(overview: Overview, place: number): DayExplanation {
  const figure = overview.headline.classes?.[place];
  return figure === undefined ? notKnown(overview) : explainPublished(figure);
}

/** Explains the projects that are in no group. */
export function explainNotCounted(overview: Overview): DayExplanation {
  const { projects_total: total, strip } = overview;
  const active = activeProjects(overview);
  if (total === undefined || active === undefined || strip.excluded === undefined)
    return notKnown(overview);
  const count = strip.excluded;
  const number = (value: number) => inAll((language) => formatCount(value, language));
  const [all, going] = [number(total), number(active)];
  return {
    text: countText(count),
    exact: [{ value: String(count), unit: 'projects' }],
    filled: inAll(
      (language) => `${all[language]} − ${going[language]} = ${countText(count)[language]}`,
    ),
    sources: countedIn(overview),
    data_status: strip.data_status,
    rows: {
      kind: 'find',
      statuses: statuses.filter((status): status is Status => status !== 'active'),
      adds: 'one',
    },
  };
}

/** Explains the projects without an amount. */
export function explainUndisclosed(overview: Overview): DayExplanation {
  const { undisclosed, strip } = overview;
  if (undisclosed === undefined) return notKnown(overview);
  return {
    text: countText(undisclosed.count),
    exact: [{ value: String(undisclosed.count), unit: 'projects' }],
    left_out: leftOut(reasons.not_active, strip.excluded),
    sources: countedIn(overview),
    data_status: strip.data_status,
    rows: { kind: 'projects', total: undisclosed.count, items: undisclosed.projects },
  };
}

/** Explains the sum of amounts of a group or a stage. */
export const addAmounts = (
  amounts: Parameters<typeof exactMoney>[0],
  withheld: readonly string[] = [],
): Pick<DayExplanation, 'text' | 'absent' | 'exact'> => {
  if (amounts.length > 0) return { text: moneyList(amounts), exact: exactMoney(amounts) };
  return { absent: withheld.length === 0 ? absences.no_amount : absences.withheld };
};

/** Explains all projects of the register. */
export function explainAllProjects(overview: Overview): DayExplanation {
  const { projects_total: total, strip } = overview;
  if (total === undefined) return notKnown(overview);
  return {
    text: countText(total),
    exact: [{ value: String(total), unit: 'projects' }],
    left_out: leftOut(reasons.undated, overview.undated),
    sources: countedIn(overview),
    data_status: strip.data_status,
    rows: { kind: 'find', statuses, adds: 'one' },
  };
}
