import { findExpansionNotBelow, findSignedWithoutContract } from './agreement-rules.ts';
import { findDateAfterEdition, findOperationBeforeStart } from './date-rules.ts';
import {
  doubtRules,
  type DoubtInput,
  type DoubtRow,
  type DoubtRule,
  type FoundDoubt,
} from './doubt.ts';
import { findJobsWithoutCompany, findUnusualOutputPerJob } from './job-rules.ts';
import {
  findCompletedAbovePaidIn,
  findCompletedAbovePlanned,
  findUnchangedMoney,
} from './money-rules.ts';
import { findNearEqualNames } from './near-names.ts';
import { findExactlyOnPlan, findPartsAboveWhole } from './plan-rules.ts';
import { findSharedSites } from './site-rule.ts';

/** Two multiplications of a 53-bit hash (cyrb53); enough to detect changed rows. */
const [firstFactor, secondFactor] = [2_654_435_761, 1_597_334_677];

/** Hashes texts in order to 16 hexadecimal digits. */
function hashText(texts: readonly string[]): string {
  let [a, b] = [0xde_ad_be_ef, 0x41_c6_ce_57];
  for (const text of texts) {
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      a = Math.imul(a ^ code, firstFactor);
      b = Math.imul(b ^ code, secondFactor);
    }
    a = Math.imul(a ^ 0x1f, firstFactor);
    b = Math.imul(b ^ 0x1f, secondFactor);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

const rules: Readonly<Record<DoubtRule, (input: DoubtInput) => readonly DoubtRow[]>> = {
  completed_above_paid_in: findCompletedAbovePaidIn,
  completed_above_planned: findCompletedAbovePlanned,
  operation_before_start: findOperationBeforeStart,
  jobs_without_company: findJobsWithoutCompany,
  money_unchanged: findUnchangedMoney,
  exactly_on_plan: findExactlyOnPlan,
  shared_site: findSharedSites,
  near_equal_names: findNearEqualNames,
  unusual_output_per_job: findUnusualOutputPerJob,
  date_after_edition: findDateAfterEdition,
  parts_above_whole: findPartsAboveWhole,
  signed_without_contract: findSignedWithoutContract,
  expansion_not_below: findExpansionNotBelow,
};

const rowKey = ({ subjects }: DoubtRow): string => subjects.map(({ id }) => id).join('\n');
const rowText = ({ subjects, facts }: DoubtRow): string =>
  JSON.stringify([subjects.map(({ id, name }) => [id, name]), facts]);

/** Compares the facts of a day by every rule. @returns the rules that find rows, in their order */
export const findDoubts = (input: DoubtInput): FoundDoubt[] =>
  doubtRules.flatMap((rule) => {
    const rows = rules[rule](input).toSorted((a, b) => (rowKey(a) < rowKey(b) ? -1 : 1));
    return rows.length === 0 ? [] : [{ rule, rows, fingerprint: hashText(rows.map(rowText)) }];
  });
