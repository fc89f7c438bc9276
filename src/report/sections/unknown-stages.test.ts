import { describe, expect, it } from 'vitest';
import { makeOverview } from '#domain/overview/make-overview.ts';
import { overviewInput, profile, register } from '#domain/overview/overview.fixture.ts';
import type { StageTotals } from '#domain/projects/register-view.ts';
import { languages } from '#domain/values/language.ts';
import { headlineSentences } from './statement.ts';

const own = { ...profile, origin: 'own', published: [], base_currency: 'EUR' } as const;
const makeRow = (stage: StageTotals['stage'], count: number): StageTotals => ({
  stage,
  count,
  undisclosed: 0,
  amounts: [{ minor: `${count}0000000`, currency: 'EUR' }],
  dots: [],
});
/** Writes the headline of a register with these stages; another day had the same ones. */
const write = (...rows: readonly StageTotals[]) =>
  languages.map((language) =>
    headlineSentences(
      makeOverview({
        ...overviewInput,
        profile: own,
        register: { ...register, rows, before: rows, data_status: 'reported' },
      }),
      language,
    ),
  );

// seen to fail: the headline was empty where one group is not known
describe('the headline of a report where projects have no stage', () => {
  it('keeps the group that is known, with its investment', () => {
    const [zh, ja, en] = write(makeRow('operation', 20), makeRow('unknown', 1));
    expect(zh?.slice(0, 2)).toEqual([
      '已落户项目20个，计划总投资200万欧元；储备在谈项目数未知。',
      '截至2021年2月8日，已落户项目20个，储备在谈项目数未知。',
    ]);
    expect(ja?.slice(0, 2)).toEqual([
      '立地済み案件は20件、計画投資額は200万ユーロ、商談・準備中案件の件数は不明である。',
      '2021年2月8日時点では、立地済み案件は20件、商談・準備中案件の件数は不明であった。',
    ]);
    expect(en).toEqual([
      '20 projects established, worth €2mn in planned investment; the number of projects in the pipeline is not known.',
      'On 8 February 2021: 20 projects established, the number of projects in the pipeline is not known.',
      '1 project has no stage and counts in neither group.',
    ]);
  });
  it('says that neither is known', () => {
    const [, , en] = write(makeRow('unknown', 120));
    expect(en).toEqual([
      'The number of established projects is not known; the number of projects in the pipeline is not known.',
      '120 projects have no stage and count in neither group.',
    ]);
  });
});
