import { describe, expect, it } from 'vitest';
import { totalsOf } from '../import-context.ts';
import { countDoubts, listProjects, openQuestions, readAgency } from './agency.ts';
import { china } from './asia/china.ts';
import { indonesia } from './asia/indonesia.ts';
import { japan } from './asia/japan.ts';
import { korea } from './asia/korea.ts';
import { pakistan } from './asia/pakistan.ts';

describe('registers of agencies in Asia', () => {
  it('China: two rows of headings, parts with subtotals, and progress in sentences', async () => {
    const register = china();
    const plan = await readAgency(register);
    expect([openQuestions(plan), countDoubts(plan)]).toEqual([[], {}]);
    expect(listProjects(plan, register.projects)).toEqual(register.projects);
    expect(totalsOf(plan).filter(([, agrees]) => agrees !== true)).toEqual([]);
    expect(totalsOf(plan).at(-2)).toEqual(['4268.33', true]);
    expect(plan.records[0]?.facts.progress_text).toMatch(/。$/);
    // 前期 is any step before construction
    expect(plan.preview.questions.find(({ id }) => id === 'stage_words')?.items).toMatchObject([
      { key: '前期' },
    ]);
  });
  // seen to fail: the names of factories were codes, and 県内企業 was proposed as the zone
  it('Japan: years of eras, millions of yen, ▲ before a change, 約 before people', async () => {
    const register = japan();
    const plan = await readAgency(register);
    expect([openQuestions(plan), countDoubts(plan)]).toEqual([[], { number_about: 54 }]);
    expect(listProjects(plan, register.projects)).toEqual(register.projects);
    expect([plan.preview.as_of, plan.profile]).toEqual([
      '2026-10-31',
      expect.not.objectContaining({ name: expect.anything() }),
    ]);
  });
  // seen to fail: the day of the register was missed, and its title was proposed as the zone
  it('Korea: a day with a typographic apostrophe, hundreds of millions of won, people as 명', async () => {
    const register = korea();
    const plan = await readAgency(register);
    expect([openQuestions(plan), countDoubts(plan)]).toEqual([[], {}]);
    expect(listProjects(plan, register.projects)).toEqual(register.projects);
    expect([plan.preview.as_of, plan.profile]).toEqual([
      '2026-10-31',
      expect.not.objectContaining({ name: expect.anything() }),
    ]);
    expect(totalsOf(plan)).toEqual([['538161', true]]);
  });
  // seen to fail: quarters were not read, and realised investment and people were notes
  it('Indonesia: milliards of rupiah, planned and realised, and quarters as Triwulan', async () => {
    const register = indonesia();
    const plan = await readAgency(register, { stage_words: { Batal: 'withdrawn' } });
    expect([openQuestions(plan), countDoubts(plan)]).toEqual([[], {}]);
    expect(listProjects(plan, register.projects)).toEqual(register.projects);
    const [first] = plan.records;
    expect([
      first?.facts.jobs_actual,
      first?.facts.amounts.fai_done_total?.money?.currency,
    ]).toEqual([Math.floor((register.projects[0]?.jobs ?? 0) / 3), 'IDR']);
  });
  // seen to fail: months such as Dec-27 and counts such as 91 Nos. were not read
  it('Pakistan: rupees in lakh, crore and million, asked with the currency of other cells', async () => {
    const register = pakistan();
    const question = (await readAgency(register)).preview.questions.find(
      ({ id }) => id === 'currency',
    );
    expect(question?.proposal).toBe('PKR');
    const plan = await readAgency(register, {
      currency: 'PKR',
      stage_words: { 'Allotment cancelled': 'withdrawn' },
    });
    expect([openQuestions(plan), countDoubts(plan)]).toEqual([[], {}]);
    expect(listProjects(plan, register.projects)).toEqual(register.projects);
  });
});
