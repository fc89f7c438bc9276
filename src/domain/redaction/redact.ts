import { pickNamed } from '#domain/projects/project.ts';
import { compact } from '#domain/values/compact.ts';
import { countNotSetOfStrip } from '#domain/overview/stage-not-set.ts';
import { isCountUnknown } from '#domain/projects/unknown-count.ts';
import { investmentFigures } from '#domain/overview/headline-figures.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Change, StageGroupTotals } from '#domain/projects/register-view.ts';
import type { Figure } from '#domain/targets/target-row.ts';
import type { StageOrUnknown } from '#domain/projects/stage.ts';
import {
  pickChange,
  pickFigure,
  pickPhase,
  pickZone,
  withKnownIndicators,
} from './allowed-fields.ts';
import { isNamed, type RedactionProfile, type SharedSection } from './profile.ts';
import type { LinkCells } from './register-cells.ts';
import { redactTargets } from './redact-targets.ts';
import type { SharedOverview } from './shared-overview.ts';
import { groupFigures } from './stage-group-amounts.ts';
import { redactStageGroups, stagesByCode } from './stage-groups.ts';

/** Decisions for all parts of a redaction. */
interface RedactionDecisions {
  readonly overview: Overview;
  readonly profile: RedactionProfile;
  readonly has: (section: SharedSection) => boolean;
  readonly named: (stage: StageOrUnknown | undefined) => boolean;
  readonly stageOf: ReadonlyMap<string, StageOrUnknown>;
  readonly groups: readonly StageGroupTotals[];
}

/**
 * Redacts an overview for the readers of a link. Page, files, stream, preview and copy all use it.
 * It is an allow-list: it removes every field that is not named here. It keeps counts and published
 * figures, and no amount that discloses a project together with them. It compares days only by
 * counts, so no amount follows from two days.
 *
 * @param overview - of a register without the excluded projects
 * @param cells - the projects of its day with their investors, and the excluded ones
 * @param stageOf - the stage of each changed project, if the overview does not list all of them
 */
export function redactOverview(
  overview: Overview,
  profile: RedactionProfile,
  cells: LinkCells,
  stageOf: ReadonlyMap<string, StageOrUnknown> = stagesByCode(overview),
): SharedOverview {
  const decisions = decide(overview, profile, cells, stageOf);
  const { has } = decisions;
  const { origin, as_of, compare, zone, illustrative, stage_mapping, latest_month, strip } =
    overview;
  const { excluded, data_status } = strip;
  const showsCompared = has('changes') || has('headline');
  const currency = profile.amounts === 'none' ? undefined : strip.currency;
  const targetFields = has('targets')
    ? redactTargets(overview, { revisions: has('revisions'), isCompared: showsCompared })
    : {};
  const phases = has('phases') ? pickPhases(overview) : {};
  const changes = has('changes') ? listChanges(decisions) : {};
  return {
    shared: {
      names: profile.names,
      amounts: profile.amounts,
      smallest_group: profile.smallest_group,
    },
    origin,
    as_of,
    ...compact({
      compare: showsCompared ? compare : undefined,
    }),
    zone: pickZone(withKnownIndicators(zone, overview.targets)),
    illustrative,
    stage_mapping: { established: stage_mapping.established, pipeline: stage_mapping.pipeline },
    ...compact({
      latest_month:
        latest_month === undefined
          ? undefined
          : { period: latest_month.period, data_status: latest_month.data_status },
      first_known_day: overview.first_known_day,
      undated: overview.undated,
      headline: has('headline') ? redactHeadline(decisions) : undefined,
    }),
    ...targetFields,
    ...phases,
    ...compact({
      strip: has('strip')
        ? {
            groups: decisions.groups,
            ...compact({ excluded, currency }),
            data_status,
          }
        : undefined,
    }),
    ...changes,
    ...compact({
      established:
        has('established') && profile.names !== 'hidden' ? redactEstablished(decisions) : undefined,
    }),
  };
}

function decide(
  overview: Overview,
  profile: RedactionProfile,
  cells: LinkCells,
  stageOf: RedactionDecisions['stageOf'],
): RedactionDecisions {
  const showsName = (stage: StageOrUnknown | undefined): boolean => isNamed(profile, stage);
  const { headline, stage_mapping, strip } = overview;
  return {
    overview,
    profile,
    has: (section) => profile.sections.includes(section),
    named: showsName,
    stageOf,
    groups: redactStageGroups(strip.groups, {
      profile,
      named: showsName,
      mapping: stage_mapping,
      cells,
      published: selectPublished(
        overview.filtered?.zone.established_investment ?? headline.established_investment,
      ),
    }),
  };
}
/** Selects a published figure. @returns undefined for a figure that was counted in the register */
export const selectPublished = (figure: Figure | undefined): Figure | undefined =>
  figure?.source === undefined ? undefined : figure;

/** Published figures as they are; counted figures from the redacted groups. */
function redactHeadline({
  overview,
  profile,
  groups,
}: RedactionDecisions): NonNullable<SharedOverview['headline']> {
  const { established, pipeline, stage_not_set, classes, before } = overview.headline;
  const notSet = countNotSetOfStrip({ groups });
  const findGroup = (id: StageGroupTotals['group']): StageGroupTotals | undefined =>
    groups.find(({ group }) => group === id);
  const count = (
    figure: Figure | undefined,
    group: StageGroupTotals | undefined,
  ): Figure | undefined => {
    if (figure === undefined || figure.source !== undefined || group === undefined) return figure;
    return isCountUnknown(group.count, notSet)
      ? undefined
      : { ...figure, value: String(group.count) };
  };
  return {
    ...figures(
      count(established, findGroup('established')),
      count(pipeline, findGroup('pipeline')),
    ),
    ...redactInvestment(overview, findGroup('established'), profile),
    ...compact({
      stage_not_set:
        stage_not_set === undefined || notSet === 0
          ? undefined
          : { ...pickFigure(stage_not_set), value: String(notSet) },
      classes: classes === undefined ? undefined : classes.map(pickFigure),
    }),
    before: figures(
      before.established,
      before.pipeline,
      profile.amounts === 'none' ? undefined : selectPublished(before.established_investment),
    ),
  };
}

/**
 * The published investment; else the redacted sums of the established group by currency, and the
 * withheld currencies.
 */
function redactInvestment(
  { headline }: Overview,
  group: StageGroupTotals | undefined,
  { amounts }: RedactionProfile,
): Pick<
  Overview['headline'],
  'established_investment' | 'established_sums' | 'investment_held_back'
> {
  const [counted] = investmentFigures(headline);
  if (counted === undefined) return {};
  if (counted.source !== undefined)
    return amounts === 'none' ? {} : { established_investment: pickFigure(counted) };
  const heldBack = group?.held_back === undefined ? {} : { investment_held_back: group.held_back };
  const [only, ...others] = group === undefined ? [] : groupFigures(group, counted).map(pickFigure);
  if (only === undefined) return heldBack;
  return others.length === 0 && group?.held_back === undefined
    ? { established_investment: only }
    : { established_sums: [only, ...others], ...heldBack };
}
const figures = (
  established?: Figure,
  pipeline?: Figure,
  established_investment?: Figure,
): Omit<Overview['headline'], 'before'> =>
  compact({
    established: established === undefined ? undefined : pickFigure(established),
    established_investment:
      established_investment === undefined ? undefined : pickFigure(established_investment),
    pipeline: pipeline === undefined ? undefined : pickFigure(pipeline),
  });

const pickPhases = ({ phases, phase_now, phase_note }: Overview): Partial<SharedOverview> => ({
  phases: phases.map(pickPhase),
  ...compact({
    phase_now:
      phase_now === undefined
        ? undefined
        : { id: phase_now.id, month: phase_now.month, months: phase_now.months },
    phase_note,
  }),
});

function listChanges({
  overview,
  profile,
  named,
  stageOf,
}: RedactionDecisions): Pick<SharedOverview, 'changes'> {
  const { changes } = overview;
  if (changes === undefined) return {};
  const { since, total, established, pipeline, items } = changes;
  return {
    changes: {
      since,
      total,
      established: compact({ before: established.before, now: established.now }),
      pipeline: compact({ before: pipeline.before, now: pipeline.now }),
      ...compact({
        items:
          profile.names === 'hidden'
            ? undefined
            : items.filter((item) => named(stageAfter(item, stageOf))).map(pickChange),
      }),
    },
  };
}
const stageAfter = (
  item: Change,
  stageOf: RedactionDecisions['stageOf'],
): StageOrUnknown | undefined =>
  stageOf.get(item.code) ?? (item.kind === 'status' ? undefined : item.to);

function redactEstablished({
  overview,
  profile,
  named,
  groups,
  has,
}: RedactionDecisions): Overview['established'] {
  const rows = groups.flatMap((group) => group.rows);
  const dots = new Set(rows.flatMap((row) => row.dots.map(({ code }) => code)));
  const hasAmount = (code: string): boolean => profile.amounts === 'all' && dots.has(code);
  return overview.established.flatMap((row) => {
    if (!named(row.stage)) return [];
    const {
      code,
      industry,
      stage,
      money,
      missing,
      next,
      slippage_days,
      overdue,
      operating_since,
      light,
    } = row;
    const hasDates = has('milestones');
    return [
      {
        ...pickNamed(row),
        stage,
        ...compact({
          industry: industry === undefined || !has('industries') ? undefined : industry,
          money: money === undefined || !hasAmount(code) ? undefined : money,
          missing: missing === undefined || !hasAmount(code) ? undefined : missing,
          next: next === undefined || !hasDates ? undefined : next,
          slippage_days: slippage_days === undefined || !hasDates ? undefined : slippage_days,
          overdue: overdue === undefined || !hasDates ? undefined : overdue,
          operating_since: operating_since === undefined || !hasDates ? undefined : operating_since,
          light: light === undefined || !hasDates ? undefined : light,
        }),
      },
    ];
  });
}
