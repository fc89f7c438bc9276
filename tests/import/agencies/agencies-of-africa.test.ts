import { describe, expect, it } from 'vitest';
import { countDoubts, listProjects, openQuestions, readAgency } from './agency.ts';
import { ethiopia } from './ethiopia.ts';
import { tunisia } from './tunisia.ts';

describe('registers of agencies in Africa', () => {
  // seen to fail: every day was seven or eight years early, and the order of its parts was asked
  it('Ethiopia: days of the Ethiopian calendar, by the mark in their headings', async () => {
    const register = ethiopia();
    const plan = await readAgency(register);
    expect([openQuestions(plan), countDoubts(plan)]).toEqual([[], {}]);
    expect(listProjects(plan, register.projects)).toEqual(register.projects);
    expect(plan.records[0]?.facts).not.toHaveProperty('industry');
  });
  // seen to fail: MDT was unknown, and 41,315 was forty-one thousand millions
  it('Tunisia: millions of dinars with three decimals, as one amount of 0,912 proves', async () => {
    const register = tunisia();
    const plan = await readAgency(register);
    expect([openQuestions(plan), countDoubts(plan)]).toEqual([[], {}]);
    expect(listProjects(plan, register.projects)).toEqual(register.projects);
  });
});
