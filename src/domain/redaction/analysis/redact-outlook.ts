import { findStep } from '#domain/outlook/make-range.ts';
import type { MeasureProjects } from '#domain/outlook/make-outlook.ts';
import {
  type AppliedScenario,
  type Outlook,
  type OutlookRange,
  outlookSteps,
  type TargetOutlook,
} from '#domain/outlook/outlook.ts';
import type { OutlookProject, ProjectMeasure } from '#domain/outlook/outlook-project.ts';
import type { StageMapping } from '#domain/projects/stage.ts';
import { pickTarget } from '#domain/redaction/allowed-fields.ts';
import { addHoldings } from '#domain/redaction/disclosure/holdings.ts';
import type { Atom } from '#domain/redaction/disclosure/known-cells.ts';
import { safeSums } from '#domain/redaction/disclosure/safe-sums.ts';
import { type RedactionProfile, smallestGroup } from '#domain/redaction/profile.ts';
import { compact } from '#domain/values/compact.ts';
import { floorDecimal, scaleByTen } from '#domain/values/decimal.ts';
import { showsEveryAmount } from './chart-refusal.ts';

/** The inputs of the outlook, without the excluded projects. */
export interface OutlookContent {
  readonly profile: RedactionProfile;
  readonly mapping: StageMapping;
  readonly measures: Readonly<Record<ProjectMeasure, MeasureProjects>>;
  /** The investor of each project, see `investorKey`. */
  readonly holders: ReadonlyMap<string, string>;
}

/** The number of decimals for the comparison of amounts. */
const places = 6;

const dateOf = ({ full_capacity }: OutlookProject, deadline: string) => {
  if (full_capacity === undefined) return 'undated';
  return full_capacity <= deadline ? 'on_time' : 'late';
};
const dates = ['on_time', 'late', 'undated'] as const;

/** Finds the sums of a range that disclose nothing about fewer investors than allowed. */
function findVisible({ row, measure }: TargetOutlook, content: OutlookContent) {
  const { profile, mapping, measures, holders } = content;
  const projects = measure === undefined ? [] : measures[measure].projects;
  const amountOf = (one: OutlookProject): bigint =>
    BigInt(floorDecimal(scaleByTen(one.adds ?? '0', places)));
  const projectPlaces = projects
    .filter(({ adds }) => adds !== undefined)
    .map((one) => ({ one, step: findStep(one, mapping), date: dateOf(one, row.deadline) }));
  const cells = [...Map.groupBy(projectPlaces, ({ step, date }) => `${step} ${date}`).values()];
  const atoms = cells.map(
    (list): Atom => ({
      hidden: true,
      holdings: addHoldings(
        list.map(({ one }) => new Map([[holders.get(one.code) ?? one.code, amountOf(one)]])),
      ),
    }),
  );
  const sum = (test: (cell: (typeof projectPlaces)[number]) => boolean) => ({
    kind: 'sum' as const,
    of: cells.flatMap(([first], at) => (first !== undefined && test(first) ? [at] : [])),
  });
  const [total, signed, ...rest] = safeSums({
    atoms,
    facts: [],
    showables: [
      sum(() => true),
      sum(({ step }) => step === 'established' || step === 'signed'),
      ...outlookSteps.map((key) => sum(({ step }) => step === key)),
      ...dates.map((key) => sum(({ date }) => date === key)),
    ],
    fewest: smallestGroup(profile),
  });
  const [steps, byDate] = [rest.slice(0, outlookSteps.length), rest.slice(outlookSteps.length)];
  return {
    total: total === true,
    signed: signed === true,
    steps: steps.every((safe) => safe),
    dates: byDate.every((safe) => safe),
  };
}

/**
 * The range with the sums that may be shown; undefined if its total may not be shown. What counts in
 * part by the deadline weighs single amounts, so it needs a link that shows each of them.
 */
function redactRange(outlook: TargetOutlook, content: OutlookContent): OutlookRange | undefined {
  const { range } = outlook;
  if (range === undefined || showsEveryAmount(content.profile)) return range;
  if (content.profile.amounts === 'none') return undefined;
  const visible = findVisible(outlook, content);
  const { now, steps, signed, ceiling, adds, known, missing } = range;
  const { unknown, undated_projects } = range;
  const { on_time, late, undated } = range;
  if (!visible.total) return undefined;
  return {
    now,
    steps: visible.steps ? steps : [],
    ...compact({ signed: visible.signed ? signed : undefined }),
    ceiling,
    adds,
    known,
    missing,
    ...compact({
      on_time: visible.dates ? on_time : undefined,
      late: visible.dates ? late : undefined,
      undated: visible.dates ? undated : undefined,
    }),
    unknown,
    unknown_codes: [],
    undated_projects,
    undated_codes: [],
  };
}

/**
 * A chance, the fewest projects and the effect of an assumption follow from single amounts. They
 * need a link that shows every amount.
 */
function redactTarget(outlook: TargetOutlook, content: OutlookContent): TargetOutlook {
  const { profile } = content;
  const { row, measure, refused, currencies, fewest, chance, sensitivity, scenario } = outlook;
  const isOpen = showsEveryAmount(profile) || measure === undefined;
  const { range: _range, chance: _chance, ...pace } = scenario ?? {};
  const findings = isOpen
    ? compact({
        fewest:
          fewest === undefined
            ? undefined
            : { ...fewest, projects: fewest.projects.map(({ owner: _, ...one }) => one) },
        chance,
        currencies,
        sensitivity,
        scenario,
      })
    : compact({ scenario: pace.pace === undefined ? undefined : pace });
  return {
    row: pickTarget(row, profile.sections.includes('revisions')),
    ...compact({
      measure,
      range: redactRange(outlook, content),
      // a chance that a link may not show has no reason of its own
      refused: isOpen || refused !== 'default_rates' ? refused : undefined,
    }),
    ...findings,
  };
}

/**
 * Redacts the assumptions of a scenario. The codes of projects need a link that shows every
 * amount.
 */
const redactScenario = (scenario: AppliedScenario, profile: RedactionProfile): AppliedScenario =>
  showsEveryAmount(profile) ? scenario : { ...scenario, not_found: [] };

/**
 * Redacts the outlook of a register without the excluded projects. It keeps the targets that links
 * may show, their trends, and the sums of remaining contributions that disclose no single project.
 */
export function redactOutlook(outlook: Outlook, content: OutlookContent): Outlook {
  const { as_of, first_known_day, projects, scenario, targets } = outlook;
  return {
    as_of,
    revision: 0,
    ...compact({
      first_known_day,
      projects,
      scenario: scenario === undefined ? undefined : redactScenario(scenario, content.profile),
    }),
    targets: targets
      .filter(({ row }) => row.is_shared !== false)
      .map((target) => redactTarget(target, content)),
  };
}
