import { recordText } from './standard-texts.ts';
import { dayOfMoment } from './zone-days.ts';
import { compact } from '#domain/values/compact.ts';
import { addDecimal, compareDecimal, scaleByTen } from '#domain/values/decimal.ts';
import { targetKey, type Target, type TargetPeriod } from './indicator.ts';
import { nameTarget } from './target-period.ts';
import { languages, type Text } from '#domain/values/language.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { sameWords } from '#domain/values/term.ts';
import type { ZoneProfile } from './zone.ts';

/** The promise of a target: a value by a deadline. */
export type TargetPromise = Pick<Target, 'comparator' | 'value' | 'deadline'>;

/** The targets in one stored version of a zone. */
export interface ZoneTargetsVersion {
  readonly revision: number;
  /** The kind of the change that wrote it, as `import`. */
  readonly kind: string;
  readonly recorded_at: string;
  readonly reason: string;
  /** Whether the change was undone. */
  readonly undone: boolean;
  readonly profile: Pick<ZoneProfile, 'targets' | 'time_zone'>;
}

/**
 * One change of what a target promises. `from` is omitted for a new target, `to` for a removed one.
 */
export interface PromiseChange {
  /** The key of the target. */
  readonly target: string;
  readonly indicator: string;
  readonly period?: TargetPeriod;
  readonly from?: TargetPromise;
  readonly to?: Target;
  readonly revision: number;
  /** The day on which the change was recorded. */
  readonly date: IsoDate;
  readonly reason: string;
}

/** A former target. */
export interface EarlierTarget extends TargetPromise {
  /** The day on which its replacement was recorded. */
  readonly until: IsoDate;
}

/** A change of a target on the page What changed. */
export interface TargetChange {
  /** The key of the target where it is not the id of the indicator. */
  readonly id?: string;
  readonly indicator: string;
  /** `false`: shared links leave it out. */
  readonly is_shared?: false;
  readonly name: Text;
  readonly unit: string;
  readonly from?: TargetPromise;
  readonly to?: TargetPromise & { readonly source: Text; readonly source_date: IsoDate };
  readonly date: IsoDate;
  /** Omitted for readers who may not see written reasons. */
  readonly reason?: string;
}

const promiseKeys = ['comparator', 'value', 'deadline'] as const;
/** Whether two targets have the same comparator, value and deadline. */
export const isSamePromise = (
  a: TargetPromise | undefined,
  b: TargetPromise | undefined,
): boolean =>
  a === b || (a !== undefined && b !== undefined && promiseKeys.every((key) => a[key] === b[key]));
const pickPromise = ({ comparator, value, deadline }: TargetPromise): TargetPromise => ({
  comparator,
  ...compact({ value }),
  deadline,
});

/**
 * Selects the versions of the present zone. An edition of the same zone keeps its targets. So an
 * import that removes all targets begins another zone, and the history leaves out the former one.
 */
function selectPresentZone(versions: readonly ZoneTargetsVersion[]): readonly ZoneTargetsVersion[] {
  const standing = versions.filter(({ undone }) => !undone);
  const begin = standing.findLast(
    ({ kind, profile }, at) =>
      kind === 'import' &&
      profile.targets.length === 0 &&
      (standing[at - 1]?.profile.targets.length ?? 0) > 0,
  );
  return begin === undefined ? versions : versions.slice(versions.indexOf(begin));
}

function listChanges(key: string, versions: readonly ZoneTargetsVersion[]): PromiseChange[] {
  const changes: PromiseChange[] = [];
  let previous: TargetPromise | undefined;
  let current: Target | undefined;
  for (const { profile, undone, revision, recorded_at, reason } of versions) {
    const now = profile.targets.find((target) => targetKey(target) === key);
    const same = isSamePromise(previous, now);
    previous = now;
    // Neither an undone change nor the undo itself is a change.
    if (same || undone || isSamePromise(current, now)) continue;
    changes.push({
      target: key,
      indicator: (now ?? current)?.indicator ?? key,
      ...compact({ period: (now ?? current)?.period }),
      ...compact({ from: current === undefined ? undefined : pickPromise(current), to: now }),
      revision,
      date: dayOfMoment(recorded_at, versions.at(-1)?.profile),
      reason,
    });
    current = now;
  }
  return changes;
}

/**
 * Lists the changes of what the targets of a zone promise, by target, oldest first. Undone changes
 * are left out.
 * @param all all versions of the zone, oldest first
 */
export function listPromiseChanges(all: readonly ZoneTargetsVersion[]): PromiseChange[] {
  const versions = selectPresentZone(all);
  const keys = new Set(versions.flatMap(({ profile }) => profile.targets.map(targetKey)));
  return [...keys].flatMap((key) => listChanges(key, versions));
}

/** Finds the former targets of a key, newest first. */
export const findEarlierTargets = (
  changes: readonly PromiseChange[],
  key: string,
): EarlierTarget[] =>
  changes
    .flatMap((one) =>
      one.target === key && one.from !== undefined ? [{ ...one.from, until: one.date }] : [],
    )
    .reverse();

/** Finds the last target of each key, also where it was removed since. */
export const findLastTargets = (
  versions: readonly ZoneTargetsVersion[],
): ReadonlyMap<string, Target> =>
  new Map(
    selectPresentZone(versions).flatMap(({ profile, undone }) =>
      undone ? [] : profile.targets.map((target) => [targetKey(target), target] as const),
    ),
  );

/** Powers of ten of the units of numbers in texts: one, thousand, 万, million, 亿, billion, 兆. */
const powers = [0, 3, 4, 6, 8, 9, 12] as const;
const numberPattern = /\d[\d,]*(?:\.\d+)?/g;
/** Compound numbers, as 3万5,000. */
const compoundPattern = /(?:\d[\d,]*(?:\.\d+)?(?:兆|億|亿|万))+(?:\d[\d,]*)?/g;
const unitPowers: Readonly<Record<string, number>> = { 万: 4, 亿: 8, 億: 8, 兆: 12 };
const plainNumber = (text: string): string => text.replaceAll(',', '');
const addParts = (text: string): string =>
  [...text.matchAll(/(\d[\d,]*(?:\.\d+)?)(兆|億|亿|万)?/g)].reduce(
    (sum, [, number = '0', unit]) =>
      addDecimal(
        sum,
        scaleByTen(plainNumber(number), unit === undefined ? 0 : (unitPowers[unit] ?? 0)),
      ),
    '0',
  );
function findNumbers(text: string): string[] {
  const plain = text.normalize('NFKC');
  return [
    ...(plain.match(numberPattern) ?? []).map(plainNumber),
    ...(plain.match(compoundPattern) ?? []).map(addParts),
  ];
}
const isYear = (number: string): boolean => /^(19|20|21)\d\d$/.test(number);

/**
 * Whether one of the numbers of a text is the value of a target in any unit.
 * @returns undefined where the text has no number except years
 */
function namesValue(text: string, value: string): boolean | undefined {
  const numbers = findNumbers(text);
  if (
    numbers.some((number) =>
      powers.some((power) => compareDecimal(scaleByTen(number, power), value) === 0),
    )
  )
    return true;
  return numbers.every(isYear) ? undefined : false;
}

/** Finds what a target promised when its present wording was written. */
function findPromiseAtWriting(
  target: Target,
  versions: readonly ZoneTargetsVersion[],
): TargetPromise {
  const wording = JSON.stringify(target.wording);
  let promise: TargetPromise = target;
  for (const { profile, undone } of selectPresentZone(versions).toReversed()) {
    const then = profile.targets.find((one) => targetKey(one) === targetKey(target));
    if (undone) continue;
    if (then === undefined || JSON.stringify(then.wording) !== wording) return promise;
    promise = then;
  }
  return promise;
}

/**
 * Whether a written wording no longer matches its target: it names another number or the year of a
 * former deadline, or the value or comparator changed since it was written. False for a generated
 * wording and for a target without a number.
 */
export function isWordingOutdated(
  target: Target,
  versions: readonly ZoneTargetsVersion[],
): boolean {
  const { value, wording, deadline } = target;
  const texts = languages.flatMap((language) => wording?.[language]?.trim() || []);
  if (texts.length === 0 || value === undefined || target.comparator === 'qualitative')
    return false;
  const then = findPromiseAtWriting(target, versions);
  const [oldYear, year] = [then.deadline.slice(0, 4), deadline.slice(0, 4)];
  return texts.some((text) => {
    const hasValue = namesValue(text, value);
    const numbers = findNumbers(text);
    return (
      hasValue === false ||
      then.comparator !== target.comparator ||
      (hasValue === undefined && then.value !== value) ||
      (oldYear !== year && numbers.includes(oldYear) && !numbers.includes(year))
    );
  });
}

/**
 * Lists the targets that were changed or removed after a day, newest first. A new target is no
 * change.
 * @param since the end of the first day, or the first revision of a comparison
 */
export function listTargetChanges(
  { indicators, phases, sources }: Pick<ZoneProfile, 'indicators' | 'phases' | 'sources'>,
  versions: readonly ZoneTargetsVersion[],
  since: { readonly day: IsoDate } | { readonly revision: number },
): TargetChange[] {
  const isLater = (one: PromiseChange): boolean =>
    'day' in since ? one.date > since.day : one.revision > since.revision;
  return listPromiseChanges(versions)
    .filter((one) => one.from !== undefined && isLater(one))
    .toSorted((a, b) => b.revision - a.revision)
    .map(({ target, indicator, period, from, to, date, reason }) => {
      const indicatorNow = indicators.find(({ id }) => id === indicator);
      const title =
        to && (sources.find(({ id }) => id === to.source)?.title ?? recordText(to.source));
      return {
        indicator,
        name: nameTarget(
          { ...compact({ period }) },
          indicatorNow?.name ?? sameWords(indicator),
          phases,
        ),
        unit: indicatorNow?.unit ?? '',
        ...compact({
          id: target === indicator ? undefined : target,
          is_shared: indicatorNow?.is_shared,
          from,
          to:
            to === undefined || title === undefined
              ? undefined
              : { ...pickPromise(to), source: title, source_date: to.source_date },
        }),
        date,
        reason,
      };
    });
}
