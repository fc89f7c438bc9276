import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readKnownRegister } from '#server/imports/known-register-service.ts';
import { engines, type TestStore } from '../../setup/api/stores.ts';
import { apply, planOf } from '../import-context.ts';

const file = `Code,Project,Industry,Zone,Country
A1,Canal,Food Processing,North-Park,Japan
A2,Bridge,food processing,north park,日本
A3,Quay,FOOD  PROCESSING,North Park,JPN
A4,Lock,新材料产业,南区,Chile
A5,Weir,新材料,南 区,chile
A6,Mill,Glas & Keramik,南区,Chile
A7,Kiln,"Glas, & Keramik",南区,Chile
A8,Dock,绿色能源产业,南区,Chile
A9,Gate,绿色能源,南区,Chile
`;

describe.each(engines)('industries with several spellings in a file, on $name', (engine) => {
  let store: TestStore;
  beforeEach(async () => {
    store = await engine.open();
  });
  afterEach(() => store.close());

  it.each([
    ['of another zone', { file_kind: 'other_zone', zone_name: 'Bay', zone_currency: 'CLP' }],
    ['of the own register', { file_kind: 'own_register', zone_currency: 'CLP' }],
  ])('become one industry each %s, and the same file changes nothing', async (_, answers) => {
    const plan = async (answers = {}) =>
      planOf(file, 'r.csv', answers, await readKnownRegister(store.db, '2026-11-27'));
    const first = await plan(answers);
    const industries = first.records.map(({ facts }) => facts.industry);
    expect(new Set(industries).size).toBe(4);
    await apply(store.db, first);
    const again = await plan();
    expect(again.preview.rows).toMatchObject({ new: 0, changed: 0, unchanged: 9 });
    expect(again.records.map(({ facts }) => facts.industry)).toEqual([]);
    const industryIds = (await readKnownRegister(store.db, '2026-11-27')).industries.map(
      ({ id }) => id,
    );
    expect(
      [...new Set(industries)].filter((id) => id !== undefined && !industryIds.includes(id)),
    ).toEqual([]);
  });
});
