import { describe, expect, it } from 'vitest';
import { countDoubts, listProjects, openQuestions, readAgency } from './agency.ts';
import { ethiopia } from './ethiopia.ts';

describe('registers of agencies in Africa', () => {
  // seen to fail: every day was seven or eight years early, and the order of its parts was asked
  it('Ethiopia: days of the Ethiopian calendar, by the mark in their headings', async () => {
    const register = ethiopia();
    const plan = await readAgency(register);
    expect([openQuestions(plan), countDoubts(plan)]).toEqual([[], {}]);
    expect(listProjects(plan, register.projects)).toEqual(register.projects);
    expect(plan.records[0]?.facts).not.toHaveProperty('industry');
  });
});
