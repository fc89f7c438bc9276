import { breakdownLabels } from '#charts/breakdown/labels/index.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { claimTitle } from '#charts/kit/text/claim.ts';
import { type Breakdown, type BreakdownGroup, isRatio } from '#domain/analysis/breakdown.ts';
import { addCells, type Cell, findSum, noProjects } from '#domain/analysis/cell.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { isColumnKey, readColumnKey } from '#domain/projects/fields/own-column.ts';
import { hasReached, type Stage } from '#domain/projects/stage.ts';
import { compareDecimal, type Decimal, toNumber } from '#domain/values/decimal.ts';
import { formatCount, formatPercent } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { hasNegatives } from './form.ts';
import type { BreakdownForm } from './form.ts';
import { headingName, nameGroupsInText } from './names.ts';
import { findValue, valueUnit, writeFull } from './units.ts';

/** With fewer projects a title states counts only. */
const fewest = 5;

interface Claim {
  readonly overview: Overview;
  readonly breakdown: Breakdown;
  readonly language: Language;
}
/** Names a group; a text of a column alone would not say what it is. */
function writeName({ overview, breakdown, language }: Claim, group: BreakdownGroup): string {
  const { by, zones } = breakdown;
  const name = headingName(by, group, { overview, zones, language, short: true });
  return isColumnKey(by) ? name + kitLabels[language].brackets(readColumnKey(by)) : name;
}

/** Part ÷ whole; undefined where the whole is not above 0. */
const computeShare = (part: Decimal, whole: Decimal): number | undefined =>
  compareDecimal(whole, '0') > 0 ? toNumber(part) / toNumber(whole) : undefined;

/** The named group with the largest value in the only unit. */
function findTop({ breakdown, language }: Claim) {
  const [unit, second] = breakdown.units;
  if (unit === undefined || second !== undefined) return undefined;
  const display = valueUnit(breakdown, unit, language);
  const groupNames = breakdown.groups
    .filter(({ key }) => key !== undefined && key !== '')
    .flatMap((group) => {
      const value = findValue(group.total, display);
      return value === undefined ? [] : [{ group, value }];
    })
    .toSorted((a, b) => compareDecimal(b.value, a.value));
  const [top, next] = groupNames;
  // two equal values: neither is the largest
  if (top === undefined || next === undefined || compareDecimal(top.value, next.value) === 0)
    return undefined;
  return { ...top, shown: display, unit };
}

/** Whether over half of a group's sum is in stages before signing. */
function isEarly({ breakdown: { parts, stack } }: Claim, group: BreakdownGroup, unit: string) {
  if (stack !== 'stage') return false;
  const early = addCells(
    parts.flatMap(({ key }, at): Cell[] =>
      key === 'lead' || key === 'negotiation' ? [group.cells[at] ?? noProjects] : [],
    ),
  );
  const [part, whole] = [early, group.total].map((cell) => findSum(cell, unit)?.value ?? '0');
  return (computeShare(part ?? '0', whole ?? '0') ?? 0) > 0.5;
}

function shareClaim(claim: Claim, form: BreakdownForm): string | undefined {
  const { breakdown, language } = claim;
  const words = breakdownLabels[language];
  const top = findTop(claim);
  if (top === undefined || breakdown.by === 'year' || breakdown.by === 'stage') return undefined;
  const name = writeName(claim, top.group);
  const measure = words.measures[breakdown.measure];
  if (isRatio(breakdown.measure))
    return words.highest(name, measure, writeFull(top.value, top.shown));
  const whole = findSum(breakdown.total.total, top.unit)?.value ?? '0';
  if (breakdown.measure === 'exits')
    return words.exits(
      name,
      formatCount(top.group.total.count, language),
      formatCount(breakdown.total.total.count, language),
    );
  const share = computeShare(top.value, whole);
  const knownCount = findSum(breakdown.total.total, top.unit)?.count ?? 0;
  if (share === undefined || knownCount < fewest || hasNegatives(breakdown)) return undefined;
  const percent = formatPercent(share, language, 0);
  if (breakdown.measure === 'count') return words.hasProjects(name, percent);
  if (form === 'matrix') return words.carries(name, percent, measure);
  const holdsText = words.holds(name, percent, measure);
  return isEarly(claim, top.group, top.unit) ? words.overHalfEarly(holdsText) : holdsText;
}

/** Writes how many framework agreements became contracts. */
function agreementClaim({ breakdown, language }: Claim): string | undefined {
  if (breakdown.by !== 'agreement' || breakdown.measure !== 'count') return undefined;
  const count = (key: string): number =>
    breakdown.groups.find((group) => group.key === key)?.total.count ?? 0;
  const [contracts, open] = [count('framework_contract'), count('framework')];
  if (contracts + open === 0) return undefined;
  return breakdownLabels[language].becameContracts(
    formatCount(contracts, language),
    formatCount(contracts + open, language),
  );
}

/** Writes which channel brought most of the projects that started. */
function channelClaim(claim: Claim): string | undefined {
  const { breakdown, language } = claim;
  const { by, measure, stack, groups, parts } = breakdown;
  if (by !== 'channel' || measure !== 'count' || stack !== 'stage') return undefined;
  const countStarted = ({ cells }: BreakdownGroup): number =>
    parts.reduce(
      (sum, { key }, at) =>
        hasReached((key ?? 'unknown') as Stage, 'construction')
          ? sum + (cells[at]?.count ?? 0)
          : sum,
      0,
    );
  const all = groups.reduce((sum, group) => sum + countStarted(group), 0);
  const [top, next] = groups
    .filter(({ key }) => key !== undefined && key !== '')
    .map((group) => ({ group, started: countStarted(group) }))
    .toSorted((a, b) => b.started - a.started);
  if (top === undefined || top.started === 0 || top.started === next?.started) return undefined;
  return breakdownLabels[language].brought(
    writeName(claim, top.group),
    formatCount(top.started, language),
    formatCount(all, language),
  );
}

/** Writes how many groups are building, and which one is furthest from it. */
function buildingClaim(claim: Claim): string | undefined {
  const { breakdown, language, overview } = claim;
  const { parts, stack, by, groups } = breakdown;
  if (stack !== 'stage' || breakdown.measure === 'exits') return undefined;
  if (by !== 'industry' && by !== 'zone') return undefined;
  if (groups.some(({ key }) => key === undefined)) return undefined;
  const furthest = groups
    .filter(({ key }) => key !== '')
    .map((group) => ({
      group,
      // parts begin with the furthest stage
      at: group.cells.findIndex(({ count }) => count > 0),
    }));
  const stageAt = (at: number) => parts[at]?.key as Stage | undefined;
  const isBuilding = ({ at }: { readonly at: number }): boolean =>
    hasReached(stageAt(at) ?? 'unknown', 'construction');
  const notSet = parts.findIndex(({ key }) => key === 'unknown');
  // a group without a building project may have one where a stage is not set
  if (furthest.some((one) => !isBuilding(one) && (one.group.cells[notSet]?.count ?? 0) > 0))
    return undefined;
  const building = furthest.filter(isBuilding).length;
  if (furthest.length < 2 || building === 0) return undefined;
  const words = breakdownLabels[language];
  const text = words.building(building, furthest.length, words.plurals[by]);
  const last = Math.max(...furthest.map(({ at }) => at));
  const behind = furthest.filter(({ at }) => at === last);
  const [only] = behind;
  const stage = stageAt(last);
  if (only === undefined || behind.length > 1 || building === furthest.length) return text;
  if (stage === undefined || stage === ('unknown' as string)) return text;
  const heading = { overview, zones: breakdown.zones, language, short: true };
  return words.onlyReached(
    text,
    writeName(claim, only.group),
    headingName('stage', { key: stage }, heading),
  );
}

/** The title of a breakdown: a claim from its numbers, else its measure and groups. */
export function breakdownTitle(
  overview: Overview,
  breakdown: Breakdown | undefined,
  form: BreakdownForm,
  language: Language,
): string {
  const words = breakdownLabels[language];
  if (breakdown === undefined || breakdown.groups.length === 0)
    return words.titleNone(words.measures[breakdown?.measure ?? 'count']);
  const measure = words.measures[breakdown.measure];
  const { total } = breakdown.total;
  if (breakdown.units.length === 0)
    return words.titleUndisclosed(measure, formatCount(total.count, language));
  const claim = { overview, breakdown, language };
  const text =
    total.count < 2
      ? undefined
      : form === 'multiples' || form === 'grouped'
        ? (buildingClaim(claim) ?? shareClaim(claim, form))
        : (agreementClaim(claim) ?? channelClaim(claim) ?? shareClaim(claim, form));
  const by = nameGroupsInText(breakdown, language);
  return claimTitle(text ?? words.title(measure, by), overview, language);
}
