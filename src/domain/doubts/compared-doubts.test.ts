import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compact } from '#domain/values/compact.ts';
import type { DoubtProject } from './doubt.ts';
import { findDoubtsOf, makeDoubtInput, makeDoubtProject } from './doubts.fixture.ts';
import { areNear, normaliseName, readDigits } from './normalise-name.ts';

const words = [
  '海天',
  '华',
  '光学',
  '工厂',
  '一期',
  '二期',
  '扩建',
  '项目',
  '1',
  '2',
  'plant',
  'plint',
];
const name = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 });
const money = fc.integer({ min: 1, max: 3 }).map((n) => ({
  money: { minor: `${n}00`, currency: 'CNY' },
}));
const fields = fc.record({
  name: name.map((parts) => parts.join('')),
  company: fc.constantFrom('c', undefined),
  stage: fc.constantFrom('lead', 'signed', 'operation'),
  extended_project: fc.oneof(fc.constant(undefined), fc.constantFrom('A1', '海天工厂')),
  extra: fc.constantFrom(undefined, { plot: 'Plot 1' }, { plot: 'plot1' }, { note: 'plot1' }),
  jobs_actual: fc.constantFrom(undefined, 1, 2, 30),
  amounts: fc.record({ fai_done_total: money, total_investment: money, paid_in: money }),
});
const registers = fc
  .uniqueArray(fc.stringMatching(/^[AB][0-9]{1,2}$/), { maxLength: 15, size: 'max' })
  .chain((codes) =>
    fc.tuple(...codes.map((code) => fields.map((of) => makeDoubtProject(code, compact(of))))),
  );

const hasExtension = (group: readonly DoubtProject[]): boolean =>
  group.some(({ extended_project }) => extended_project !== undefined);
/** The pairs of projects without extensions whose names are equal or near, all with all. */
const listNearPairs = (projects: readonly DoubtProject[]): string[] =>
  projects.flatMap((a) =>
    projects.flatMap((b) => {
      const [one, other] = [normaliseName(a.name), normaliseName(b.name)];
      const isNear = readDigits(one) === readDigits(other) && areNear(one, other);
      const isLong = Math.min(one.length, other.length) >= 4;
      return a.code < b.code && isLong && (one === other || isNear) ? [`${a.code} ${b.code}`] : [];
    }),
  );
/** The pairs of projects in one row of a rule. */
const listFoundPairs = (
  rows: readonly { readonly subjects: readonly { readonly id: string }[] }[],
) =>
  rows.flatMap(({ subjects }) =>
    subjects.flatMap(({ id: a }) => subjects.flatMap(({ id: b }) => (a < b ? [`${a} ${b}`] : []))),
  );

test('doubts are the same, however many projects are read at once', async () => {
  await fc.assert(
    fc.asyncProperty(registers, fc.integer({ min: 1, max: 9 }), async (projects, atOnce) => {
      const register = makeDoubtInput(projects);
      expect(await findDoubtsOf(register, atOnce)).toEqual(await findDoubtsOf(register));
    }),
  );
});

test('names that are equal or near are those of a comparison of all with all', async () => {
  await fc.assert(
    fc.asyncProperty(registers, async (projects) => {
      const named = projects.filter((project) => !hasExtension([project]));
      const doubts = await findDoubtsOf(makeDoubtInput(named));
      const { rows = [] } = doubts.find(({ rule }) => rule === 'near_equal_names') ?? {};
      const pairs = new Set(listFoundPairs(rows));
      for (const pair of listNearPairs(named)) expect(pairs).toContain(pair);
    }),
  );
});

test('a rule counts every row and lists the first 50', async () => {
  const projects = Array.from({ length: 120 }, (_, at) =>
    makeDoubtProject(`P${String(at).padStart(3, '0')}`, {
      stage: 'signed',
      agreement_type: 'memorandum',
      extra: { plot: `Plot ${119 - Math.floor(at / 2)}` },
    }),
  );
  const doubts = await findDoubtsOf(makeDoubtInput(projects));
  expect(doubts.map(({ rule, count, rows }) => [rule, count, rows.length])).toEqual([
    ['shared_site', 60, 50],
    ['signed_without_contract', 120, 50],
  ]);
  for (const { rows } of doubts) expect(rows[0]?.subjects[0]?.id).toBe('P000');
});
