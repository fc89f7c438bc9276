import { describe, expect, it, test } from 'vitest';
import { spellOut } from './identifier.ts';
import { matchHeader } from './match-header.ts';

const read = (header: string, parent = '') => {
  const { match, unitText } = matchHeader(parent, header);
  return ['field' in match ? match.field : undefined, unitText];
};

describe('a name of a program as a header', () => {
  it.each([
    ['totalInvestmentUSD', 'total Investment USD'],
    ['Total_Investment-usd', 'Total Investment usd'],
    ['total.investment.usd', 'total investment usd'],
    ['siteAreaM2', 'site Area M2'],
    ['USDAmount (mn)', 'USD Amount (mn)'],
    ['project', undefined],
    ['PROJECT', undefined],
    ['Total investment', undefined],
    ['投资额_万元', undefined],
    ['e.g. this', undefined],
  ])('%s is %s', (header, words) => expect(spellOut(header)).toBe(words));

  // seen to fail: these columns were kept as other columns, or lost their unit
  it.each([
    ['full_capacity_plan', 'full_plan', undefined],
    ['plannedFullCapacityDate', 'full_plan', undefined],
    ['full_capacity_actual', 'full_actual', undefined],
    ['planned_investment', 'total_investment', undefined],
    ['totalInvestmentUsd', 'total_investment', 'Usd'],
    ['total.investment.usd', 'total_investment', 'usd'],
    ['investmentEUR', 'total_investment', 'EUR'],
    ['annualOutputUSD', 'output_actual', 'USD'],
    ['operationStartPlan', 'op_plan', undefined],
    ['start_date', 'start_actual', undefined],
    ['actualJobs', 'jobs_actual', undefined],
    ['siteAreaM2', 'land_mu', 'M2'],
    ['land_area_ha', 'land_mu', 'ha'],
    ['ownerName', 'owner', undefined],
    ['investor.country', 'country', undefined],
  ])('%s is the field %s with the unit %s', (header, field, unit) =>
    expect(read(header)).toEqual([field, unit]),
  );

  // capacity alone is a size
  it.each(['planned_capacity', 'capacityMW', 'full_name'])('%s is no full capacity', (header) =>
    expect(read(header)[0] ?? '').not.toMatch(/^full_/),
  );
});

test('the ids of the fields stay as they are', () => {
  for (const [id, field] of [
    ['total_investment_wan', 'total_investment'],
    ['completion_base', 'completion_base'],
    ['full_plan', 'full_plan'],
    ['op_actual', 'op_actual'],
    ['land_mu', 'land_mu'],
  ])
    expect([id, read(id ?? '')[0]]).toEqual([id, field]);
});
