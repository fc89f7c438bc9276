import {
  foldSomeRungs,
  type LadderGroup,
  type MoneyLadder,
} from '#domain/analysis/money-ladder.ts';
import type { RedactionProfile } from '#domain/redaction/profile.ts';
import { findRareTexts } from './rare-texts.ts';

const withoutCodes = ({ codes: _, ...group }: LadderGroup): LadderGroup => group;

/** Redacts a money ladder. Removes codes, and texts of a column that few projects state. */
export function redactLadder(ladder: MoneyLadder, profile: RedactionProfile): MoneyLadder {
  const rareTexts = findRareTexts(ladder, profile, ({ count }) => count);
  return {
    ...ladder,
    groups: foldSomeRungs(ladder.groups, (group) => rareTexts.has(group)).map(withoutCodes),
    total: withoutCodes(ladder.total),
  };
}
