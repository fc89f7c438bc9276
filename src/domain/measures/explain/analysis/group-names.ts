import { agreementGroupName } from '#domain/labels/projects/agreement.ts';
import type { BreakdownKey, BreakdownStack } from '#domain/analysis/breakdown.ts';
import type { Heading } from '#domain/analysis/headings.ts';
import { extensionTerms } from '#domain/labels/projects/field.ts';
import { reasonTerms } from '#domain/labels/projects/reason.ts';
import {
  type FilterNames,
  nameFilterValue,
  notStated,
} from '#domain/labels/projects/filter-value.ts';
import { listMark, type Text } from '#domain/values/language.ts';
import { term } from '#domain/values/term.ts';
import { analysisTerms } from './labels/index.ts';
import type { KeyPlace } from '#domain/measures/rows-input.ts';
import { inAll } from '#domain/measures/explain/texts.ts';

const rest = analysisTerms.other_groups;
/** All projects together. */
export const wholeTotal = analysisTerms.total;

/** One row or column of a table as a query names it: a group, the folded rest, or all. */
export interface GroupPlace {
  readonly key?: string | undefined;
  readonly rest?: boolean;
  /** Several keys together. */
  readonly keys?: readonly string[] | undefined;
  /** All keys except these. */
  readonly not?: readonly string[] | undefined;
}
/** Whether a place is all projects and no group of them. */
export const isWhole = ({ key, rest: isRest, keys, not }: GroupPlace): boolean =>
  key === undefined && isRest !== true && keys === undefined && not === undefined;

/** Names a group. The folded group and the group that is not stated have labels of their own. */
export function nameGroup(
  by: BreakdownKey | BreakdownStack,
  groupPlace: GroupPlace,
  names: FilterNames,
): Text {
  const { key } = groupPlace;
  if (groupPlace.rest === true || groupPlace.not !== undefined) return rest;
  if (groupPlace.keys !== undefined) {
    const all = groupPlace.keys.map((one) => nameGroup(by, { key: one }, names));
    return inAll((language) => all.map((name) => name[language]).join(listMark(language)));
  }
  if (key === undefined) return wholeTotal;
  if (key === '') return notStated;
  return inAll((language) =>
    by === 'reason'
      ? term(reasonTerms, key, language)
      : by === 'agreement'
        ? agreementGroupName(key, language)
        : by === 'extension'
          ? term(extensionTerms, key, language)
          : nameFilterValue(by, key, names, language),
  );
}

/** Finds the positions of several groups among headings. */
export const findHeadings = (headings: readonly Heading[], { keys, not }: GroupPlace): number[] =>
  headings.flatMap(({ key }, at) =>
    (key === undefined ? keys === undefined : (keys?.includes(key) ?? not?.includes(key) === false))
      ? [at]
      : [],
  );

/**
 * Finds the position of a group among headings.
 * @returns -1 for all groups together, and for a group that is not among them
 */
export const findHeading = (headings: readonly Heading[], { key, rest: isRest }: GroupPlace) =>
  headings.findIndex((one) =>
    isRest === true ? one.folded !== undefined : key !== undefined && one.key === key,
  );

/**
 * The keys that a store reads for a group: its own key, or for the folded rest all keys but the
 * named ones.
 */
export function findPlace(headings: readonly Heading[], groupPlace: GroupPlace): KeyPlace {
  const { key, keys, not } = groupPlace;
  if (groupPlace.rest === true) return { not: headings.flatMap((one) => one.key ?? []) };
  if (keys !== undefined) return { in: keys };
  if (not !== undefined) return { not };
  return key === undefined ? {} : { is: key };
}
