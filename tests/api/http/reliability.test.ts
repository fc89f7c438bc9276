import { expect, test } from 'vitest';
import { answerHeaders } from '../../reliability/http/response-headers.ts';
import { crossSite } from '../../reliability/http/cross-site.ts';
import { decimals } from '../../reliability/consistency/decimals.ts';
import { logCanaries } from '../../reliability/http/log-canaries.ts';
import { lostUpdates } from '../../reliability/load/lost-updates.ts';
import { massAssignment } from '../../reliability/bad-input/mass-assignment.ts';
import { sameAnswers } from '../../reliability/consistency/same-answers.ts';
import { secondFactor } from '../../reliability/accounts/second-factor.ts';
import { twoClocks } from '../../reliability/consistency/two-clocks.ts';
import { valueTest } from '../../reliability/input-families/values.ts';

/** A small share of the counts of `npm run hard`. */
test.each(
  (
    [
      [massAssignment, 1],
      [lostUpdates, 0.001],
      [sameAnswers, 0.1],
      [decimals, 0.02],
      [answerHeaders, 0.1],
      [crossSite, 0.1],
      [logCanaries, 0.1],
      [secondFactor, 0.1],
      [twoClocks, 0.1],
      [valueTest, 0.1],
    ] as const
  ).map(([row, share]) => [row.title, row, share] as const),
)('%s, in small', async (_, row, share) => {
  const { isMet, messages } = await row.run({ seed: 20210416, share });
  expect(isMet, messages.join('\n')).toBe(true);
});
