import { describe, expect, it } from 'vitest';
import { totalsOf } from '../import-context.ts';
import { countDoubts, listProjects, openQuestions, readAgency } from './agency.ts';
import { egypt } from './africa/egypt.ts';
import { ethiopia } from './africa/ethiopia.ts';
import { morocco } from './africa/morocco.ts';
import { phases } from './africa/phases.ts';
import { tunisia } from './africa/tunisia.ts';

describe('registers of agencies in Africa', () => {
  // seen to fail: the currency was asked, and days of operation were not read
  it('Egypt: headings in Arabic and English, of which either tells', async () => {
    const register = egypt();
    const plan = await readAgency(register);
    expect([openQuestions(plan), countDoubts(plan)]).toEqual([[], {}]);
    expect(listProjects(plan, register.projects)).toEqual(register.projects);
    expect(plan.profile).toMatchObject({ name: 'Suez Canal Economic Zone' });
  });
  // seen to fail: phases were stages, N'm was asked, and each phase became a project by default
  it('Nigeria: phases of one project, of which a person says that they add up', async () => {
    const register = phases();
    expect(openQuestions(await readAgency(register))).toEqual(['several_rows']);
    const plan = await readAgency(register, { several_rows: 'sum' });
    expect([openQuestions(plan), countDoubts(plan)]).toEqual([[], { same_code: 57, sum_days: 57 }]);
    expect(listProjects(plan, register.projects)).toEqual(register.projects);
  });
  // seen to fail: every day was seven or eight years early, and the order of its parts was asked
  it('Ethiopia: days of the Ethiopian calendar, by the mark in their headings', async () => {
    const register = ethiopia();
    expect(openQuestions(await readAgency(register))).toEqual(['stage_words']);
    const stage_words = { 'License cancelled': 'withdrawn' };
    const plan = await readAgency(register, { stage_words });
    expect([openQuestions(plan), countDoubts(plan)]).toEqual([[], {}]);
    expect(listProjects(plan, register.projects)).toEqual(register.projects);
    expect(plan.records[0]?.facts).not.toHaveProperty('industry');
  });
  // seen to fail: MMDH was a million, hectares were a note, a stage in French and Arabic was unknown
  it('Morocco: milliards as MMDH, stages in two languages, a sum for each province', async () => {
    const register = morocco();
    const question = (await readAgency(register)).preview.questions.find(
      ({ id }) => id === 'currency',
    );
    expect(question?.proposal).toBe('MAD');
    const plan = await readAgency(register, {
      currency: 'MAD',
      stage_words: { 'Projet annulé / مشروع ملغى': 'rejected' },
    });
    expect([openQuestions(plan), countDoubts(plan)]).toEqual([[], { number_about: 17 }]);
    expect(listProjects(plan, register.projects)).toEqual(register.projects);
    expect(totalsOf(plan)).toEqual(
      ['72834.95', '90758.61', '78675.57', '242269.13'].map((sum) => [sum, true]),
    );
  });
  // seen to fail: MDT was unknown, and 41,315 was forty-one thousand millions
  it('Tunisia: millions of dinars with three decimals, as one amount of 0,912 proves', async () => {
    const register = tunisia();
    const plan = await readAgency(register);
    expect([openQuestions(plan), countDoubts(plan)]).toEqual([[], {}]);
    expect(listProjects(plan, register.projects)).toEqual(register.projects);
  });
});
