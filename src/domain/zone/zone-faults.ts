import type { Text } from '#domain/values/language.ts';
import { languages } from '#domain/values/language.ts';
import { targetKey, type Target } from './indicator.ts';
import { isSamePromise } from './target-history.ts';
import { findRepeatedIds, type ZoneFault } from './faults/fault.ts';
import { findBreakFaults, findTargetFaults } from './faults/target-faults.ts';
import type { PublishedFact, ZoneProfile } from './zone.ts';

type ZoneInput = Pick<
  ZoneProfile,
  | 'name'
  | 'short_name'
  | 'function_zones'
  | 'industries'
  | 'phases'
  | 'indicators'
  | 'targets'
  | 'checkpoints'
  | 'plan_path'
  | 'thresholds'
  | 'stage_mapping'
  | 'stage_words'
  | 'partners'
  | 'published'
  | 'sources'
>;

const findEmptyTexts = (path: string, text: Text): ZoneFault[] =>
  languages.flatMap((language) =>
    text[language].trim() === ''
      ? [{ path: `${path}.${language}`, rule: 'empty_text' as const }]
      : [],
  );

function findCheckpointFaults({ checkpoints, targets, plan_path }: ZoneInput): ZoneFault[] {
  const faults: ZoneFault[] = findRepeatedIds(
    'checkpoints',
    checkpoints.map((point) => point.date),
  );
  const points = [...checkpoints].sort((a, b) => (a.date < b.date ? -1 : 1));
  const routes = targets.filter((target) => target.comparator !== 'qualitative');
  for (const [at, { date, share }] of points.entries()) {
    const path = `checkpoints.${date}`;
    if (!(share >= 0 && share <= 1)) faults.push({ path, rule: 'share_out_of_range' });
    if (share < (points[at - 1]?.share ?? 0)) faults.push({ path, rule: 'share_falls' });
    if (
      routes.length > 0 &&
      !routes.some((route) => date > route.baseline_date && date <= route.deadline)
    )
      faults.push({ path, rule: 'outside_way' });
  }
  if (plan_path === 'checkpoints' && checkpoints.length === 0)
    faults.push({ path: 'plan_path', rule: 'no_checkpoints' });
  return faults;
}

function findRatioFaults({ indicators }: ZoneInput): ZoneFault[] {
  const ids = new Set(indicators.map(({ id }) => id));
  return indicators.flatMap(({ id, ratio }): ZoneFault[] => {
    const path = `indicators.${id}.ratio`;
    if (ratio === undefined) return [];
    if (ratio.numerator === id || ratio.denominator === id)
      return [{ path, rule: 'ratio_of_itself' }];
    return ids.has(ratio.numerator) && ids.has(ratio.denominator)
      ? []
      : [{ path, rule: 'unknown_indicator' }];
  });
}

/** The key of a published figure: one source publishes each figure once a day. */
const factKey = ({ id, date, name }: PublishedFact): string =>
  [id, date, ...(name === undefined ? [] : [name.en])].join(' ');
const findFactFaults = ({ published }: ZoneInput): ZoneFault[] => [
  ...published.flatMap((fact, at): ZoneFault[] =>
    published.findIndex((one) => factKey(one) === factKey(fact)) < at
      ? [{ path: `published.${fact.id} ${fact.date}.date`, rule: 'id_twice' }]
      : [],
  ),
  ...published.flatMap(({ id, name }) =>
    name === undefined ? [] : findEmptyTexts(`published.${id}.name`, name),
  ),
];

/**
 * Finds the faults of the settings of a zone: empty texts, repeated ids, shares that fall or leave
 * 0–1, checkpoints outside the route of every target, unordered thresholds, and deadlines or phases
 * that end before they start.
 * @returns an empty list when the settings are valid
 */
export function findZoneFaults(profile: ZoneInput): ZoneFault[] {
  const { thresholds, phases, stage_mapping } = profile;
  const lists = { function_zones: profile.function_zones, industries: profile.industries, phases };
  return [
    ...findEmptyTexts('name', profile.name),
    ...findEmptyTexts('short_name', profile.short_name),
    ...Object.entries(lists).flatMap(([path, list]) => [
      ...findRepeatedIds(
        path,
        list.map(({ id }) => id),
      ),
      ...list.flatMap(({ id, name }) => findEmptyTexts(`${path}.${id}.name`, name)),
    ]),
    ...profile.partners.flatMap(({ id, name }) => findEmptyTexts(`partners.${id}.name`, name)),
    ...profile.sources.flatMap(({ id, title }) => findEmptyTexts(`sources.${id}.title`, title)),
    ...findFactFaults(profile),
    ...Object.entries(profile.stage_words ?? {}).flatMap(([stage, text]) =>
      findEmptyTexts(`stage_words.${stage}`, text),
    ),
    ...profile.industries.flatMap(({ id, short }) =>
      findEmptyTexts(`industries.${id}.short`, short),
    ),
    ...phases.flatMap(({ id, start, end }): ZoneFault[] =>
      start > end ? [{ path: `phases.${id}.end`, rule: 'phase_ends_before_start' }] : [],
    ),
    ...findRatioFaults(profile),
    ...findBreakFaults(profile.indicators),
    ...findTargetFaults(profile),
    ...findCheckpointFaults(profile),
    ...(thresholds.ahead >= thresholds.on &&
    thresholds.on >= thresholds.slightly &&
    thresholds.slightly >= 0
      ? []
      : [{ path: 'thresholds', rule: 'thresholds_order' as const }]),
    ...stage_mapping.established.flatMap((stage): ZoneFault[] =>
      stage_mapping.pipeline.includes(stage)
        ? [{ path: `stage_mapping.${stage}`, rule: 'two_groups' }]
        : [],
    ),
  ];
}

/**
 * Whether a deadline is outside its period only because the phase moved: the target did not change.
 */
const isOfMovedPhase = (
  { path, rule }: ZoneFault,
  before: ReadonlyMap<string, Target>,
  { targets }: ZoneInput,
): boolean => {
  const key = path.split('.')[1] ?? '';
  const now = targets.find((target) => targetKey(target) === key);
  return (
    rule === 'deadline_outside_period' && JSON.stringify(before.get(key)) === JSON.stringify(now)
  );
};

/** Finds the faults that a change of a zone would add. Such a change is rejected. */
export function findNewZoneFaults(before: ZoneInput, next: ZoneInput): ZoneFault[] {
  const old = new Set(findZoneFaults(before).map((fault) => `${fault.path} ${fault.rule}`));
  const targets = new Map(before.targets.map((target) => [targetKey(target), target]));
  return [
    ...findZoneFaults(next).filter(
      (fault) => !old.has(`${fault.path} ${fault.rule}`) && !isOfMovedPhase(fault, targets, next),
    ),
    ...findSourceFaults(targets, next.targets),
  ];
}

/**
 * Finds the targets that promise something else than before without a new source.
 * @param before the last target of each indicator, also of one without a target now
 */
export const findSourceFaults = (
  before: ReadonlyMap<string, Target>,
  next: readonly Target[],
): ZoneFault[] =>
  next.flatMap((target): ZoneFault[] => {
    const old = before.get(targetKey(target));
    if (old === undefined || isSamePromise(old, target)) return [];
    const hasNewSource =
      target.source.trim() !== '' &&
      (target.source !== old.source || target.source_date !== old.source_date);
    return hasNewSource
      ? []
      : [{ path: `targets.${targetKey(target)}.source`, rule: 'source_unchanged' }];
  });
