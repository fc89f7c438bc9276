import { describe, expect, it } from 'vitest';
import type { Target } from './indicator.ts';
import { base, row } from '#domain/overview/target-row.fixture.ts';
import { targets } from '#domain/overview/overview.fixture.ts';
import {
  findEarlierTargets,
  isWordingOutdated,
  findLastTargets,
  listPromiseChanges,
  type ZoneTargetsVersion,
} from './target-history.ts';
import { generateWording, makeWording } from '#domain/targets/wording.ts';
import { makeIndicator } from './indicator.fixture.ts';

const [firstTarget] = targets;
if (firstTarget === undefined) throw new Error('no target');
const { wording: _none, ...first } = firstTarget;
const companies: Target = {
  ...first,
  indicator: 'companies',
  comparator: '>',
  value: '200',
  deadline: '2025-12-31',
  source: 'plan',
};
const raised: Target = { ...companies, value: '250', source: 'decision' };
const version = (
  revision: number,
  target: Target | undefined,
  more: Partial<ZoneTargetsVersion> = {},
): ZoneTargetsVersion => ({
  revision,
  recorded_at: `2026-0${revision}-15T08:00:00.000Z`,
  reason: `reason ${revision}`,
  undone: false,
  kind: 'zone',
  profile: { targets: target === undefined ? [] : [target] },
  ...more,
});
const earlier = (...versions: readonly ZoneTargetsVersion[]) =>
  findEarlierTargets(listPromiseChanges(versions), 'companies');

describe('former targets', () => {
  it('a former target ends on the day of its replacement, newest first', () => {
    const later = { ...raised, deadline: '2027-12-31', source: 'second' };
    expect(
      earlier(version(1, companies), version(2, raised), version(3, raised), version(4, later)),
    ).toEqual([
      { comparator: '>', value: '250', deadline: '2025-12-31', until: '2026-04-15' },
      { comparator: '>', value: '200', deadline: '2025-12-31', until: '2026-02-15' },
    ]);
  });
  it('an import that removes all targets begins another zone without former targets', () => {
    const other = version(3, undefined, { kind: 'import' });
    const first = { ...raised, value: '30', source: 'other plan' };
    const versions = [version(1, companies), version(2, raised), other, version(4, first)];
    expect(listPromiseChanges(versions.slice(0, 3))).toEqual([]);
    expect(earlier(...versions)).toEqual([]);
    expect(findLastTargets(versions).get('companies')).toEqual(first);
    expect(findLastTargets(versions.slice(0, 3)).size).toBe(0);
    // With the import undone, the former zone is back.
    const back = [
      version(1, companies),
      version(2, raised),
      { ...other, undone: true },
      version(4, raised),
    ];
    expect(earlier(...back)).toHaveLength(1);
    // An edition of the same zone keeps the targets.
    expect(
      earlier(version(1, companies), version(2, companies, { kind: 'import' }), version(3, raised)),
    ).toHaveLength(1);
  });
  it('a change of source, baseline or wording and a first target make no former target', () => {
    const other = { ...companies, source: 'other', baseline: '14', wording: { en: 'many' } };
    expect(earlier(version(1, undefined), version(2, companies), version(3, other))).toEqual([]);
  });
  it('an undone change makes no former target, also after other changes of the zone', () => {
    expect(
      earlier(version(1, companies), version(2, raised, { undone: true }), version(3, companies)),
    ).toEqual([]);
    const versions = [
      version(1, companies),
      version(2, raised, { undone: true }),
      version(3, raised),
      version(4, companies),
    ];
    expect(earlier(...versions)).toEqual([]);
    // With the undo undone, the change holds again.
    const again = [
      version(1, companies),
      version(2, raised, { undone: true }),
      version(3, companies, { undone: true }),
      version(4, raised),
    ];
    expect(earlier(...again)).toMatchObject([{ value: '200', until: '2026-04-15' }]);
  });
  it('a former target stays known after the target was removed and entered again', () => {
    const versions = [version(1, companies), version(2, undefined), version(3, raised)];
    expect(earlier(...versions)).toMatchObject([{ value: '200', until: '2026-02-15' }]);
    expect(findLastTargets(versions.slice(0, 2)).get('companies')).toBe(companies);
  });
  it('the row of the targets table lists former targets', () => {
    const versions = [version(1, companies), version(2, raised)];
    expect(row('companies', { ...base, versions }, { value: '250' }).earlier).toMatchObject([
      { value: '200' },
    ]);
    expect(row('companies', base).earlier).toBeUndefined();
  });
});

describe('the wording of a target', () => {
  const firms = {
    ...makeIndicator('companies', 'stock', 'companies'),
    name: { 'zh-CN': '入驻企业', ja: '入居企業', en: 'Companies' },
  };
  it('a missing wording is generated from value, comparator and deadline', () => {
    expect(generateWording(companies, firms)).toEqual({
      'zh-CN': '到2025年底入驻企业超过200家',
      ja: '2025年末までに入居企業が200社を超える',
      en: 'Companies: more than 200 companies by the end of 2025',
    });
    expect(
      generateWording({ ...companies, deadline: '2026-03-31', comparator: '>=' }, firms).en,
    ).toBe('Companies: at least 200 companies by 31 March 2026');
  });
  it('a written wording is used in its language', () => {
    expect(
      makeWording({ ...companies, wording: { en: 'over two hundred firms', ja: ' ' } }, firms),
    ).toMatchObject({
      en: 'over two hundred firms',
      ja: '2025年末までに入居企業が200社を超える',
    });
  });
  const outdated = (target: Target, ...versions: readonly ZoneTargetsVersion[]) =>
    isWordingOutdated(target, versions);
  it('a wording that names another number is outdated, in any unit', () => {
    const output: Target = { ...companies, value: '35000000000' };
    const isOutdated = (en: string, target = output) => outdated({ ...target, wording: { en } });
    expect(
      ['over 35 billion yuan by 2025', '超过350亿元', '35,000 million', 'a great deal by 2025'].map(
        (en) => isOutdated(en),
      ),
    ).toEqual([false, false, false, false]);
    const jobs = { ...companies, value: '35000' };
    expect(
      ['3万5,000人の雇用', '3.5万人', '35，000 jobs', '3万人の雇用'].map((en) =>
        isOutdated(en, jobs),
      ),
    ).toEqual([false, false, false, true]);
    expect(['over 30 billion yuan', '300亿元'].map((en) => isOutdated(en))).toEqual([true, true]);
  });
  it('a wording is outdated after a change of value, comparator or year of the deadline', () => {
    const target = { ...companies, wording: { en: 'more than two hundred companies by 2025' } };
    const now = (change: Partial<Target>) =>
      outdated({ ...target, ...change }, version(1, target), version(2, { ...target, ...change }));
    expect([
      now({}),
      now({ value: '250' }),
      now({ comparator: '>=' }),
      now({ deadline: '2027-12-31' }),
    ]).toEqual([false, true, true, true]);
    expect(now({ value: '250', wording: { en: 'more than two hundred and fifty' } })).toBe(false);
    expect(outdated(companies)).toBe(false);
  });
});
