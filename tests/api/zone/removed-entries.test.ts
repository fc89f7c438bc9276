import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Problem } from '#contract/core/problem-schemas.ts';
import type { Gate } from '#domain/projects/gate.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Observation } from '#domain/zone/indicator.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';
import { makeAnnual, makeRent } from '../../setup/api/targets/target-fields.ts';

const gate: Gate = {
  id: 'gate_7',
  name: { en: 'Water' },
  from: 'signed',
  until: 'operation',
  months: 9,
  actor: 'utility',
};
const phase = { id: 'one', name: { en: 'One' }, start: '2024-01-01', end: '2024-12-31' };

describe.each(engines)('removed indicators and gates on $name', (engine) => {
  let api: TestApi;
  let before: ZoneProfile;
  beforeEach(async () => {
    api = await openApi(engine);
    await api.send('POST', '/api/v1/zone', { body: { base_currency: 'CNY' } });
    before = await api.get<ZoneProfile>('/api/v1/zone');
  });
  afterEach(() => api.close());
  const send = async (body: object) => {
    const etag = (await api.send('GET', '/api/v1/zone')).headers.get('etag') ?? '';
    const response = await api.send('PATCH', '/api/v1/zone', {
      body: { reason: 'ours', ...body },
      headers: { 'if-match': etag },
    });
    const { errors = [] } = (await response.clone().json()) as Problem;
    return [response.status, ...errors.map(({ path }) => path)];
  };
  const store = async (body: object) => expect(await send(body)).toEqual([200]);
  const addRent = () =>
    store({
      indicators: [...before.indicators, makeRent()],
      targets: [...before.targets, makeAnnual()],
    });
  const putValue = () =>
    api.send('POST', '/api/v1/observations', {
      body: { values: [{ indicator: 'rent', period: '2020-03', value: '70' }] },
    });
  const valuesOfRent = async () =>
    (
      await api.get<{ items: readonly Observation[] }>('/api/v1/indicators/rent/observations')
    ).items.map(({ value }) => value);

  test('an indicator is removed with its targets only; restoring it restores its values, in its unit', async () => {
    await addRent();
    expect((await putValue()).status).toBe(201);
    // its target would have no indicator
    expect(await send({ indicators: before.indicators })).toEqual([400, 'targets.rent-2020']);
    await store({ indicators: before.indicators, targets: before.targets });
    const { targets } = await api.get<Overview>('/api/v1/overview?as_of=2020-12-31');
    expect(targets.map(({ indicator }) => indicator)).not.toContain('rent');
    for (const path of ['/api/v1/indicators', '/api/v1/periods/2020-03', '/api/v1/zone/versions'])
      expect([path, (await api.send('GET', path)).status < 500]).toEqual([path, true]);
    expect(await send({ indicators: [...before.indicators, makeRent({ unit: 'USD' })] })).toEqual([
      400,
      'indicators.rent',
    ]);
    await store({ indicators: [...before.indicators, makeRent()] });
    expect(await valuesOfRent()).toEqual(['70']);
  });

  test('an indicator that a ratio divides stays', async () => {
    const both = [makeRent(), makeRent({ id: 'floor' })];
    const ratio = makeRent({
      id: 'per_floor',
      kind: 'ratio',
      ratio: { numerator: 'rent', denominator: 'floor' },
    });
    await store({ indicators: [...before.indicators, ...both, ratio] });
    expect(await send({ indicators: [...before.indicators, makeRent(), ratio] })).toEqual([
      400,
      'indicators.per_floor.ratio',
    ]);
  });

  test('kind and unit of an indicator with values stay', async () => {
    await addRent();
    const other = (more: object) => ({ indicators: [...before.indicators, makeRent(more)] });
    await store(other({ unit: 'JPY' }));
    await putValue();
    expect(await send(other({ unit: 'CNY' }))).toEqual([400, 'indicators.rent']);
    expect(await send(other({ unit: 'JPY', cumulation: 'period' }))).toEqual([
      400,
      'indicators.rent',
    ]);
    await store(other({ unit: 'JPY', owner: 'Li' }));
  });

  test('the id of a removed gate is not used for another; the usual gates come back', async () => {
    await store({ gates: [gate] });
    await store({ gates: [] });
    expect(await send({ gates: [{ ...gate, until: 'registered' }] })).toEqual([
      400,
      'gates.gate_7',
    ]);
    await store({ gates: [{ ...gate, months: 12 }] });
    await store({ gates: [{ ...gate, until: 'registered' }] });
    await store({ gates: null });
    expect((await api.get<ZoneProfile>('/api/v1/zone')).gates).toBeUndefined();
  });

  test('a phase that moves leaves its targets as they are', async () => {
    const target = makeAnnual({
      id: 'rent-one',
      period: { kind: 'phase', phase: 'one' },
      deadline: '2024-12-31',
    });
    await store({
      phases: [phase],
      indicators: [...before.indicators, makeRent()],
      targets: [...before.targets, target],
    });
    await store({ phases: [{ ...phase, start: '2025-01-01', end: '2025-12-31' }] });
    await store({ targets: [...before.targets, { ...target, owner: 'Li' }] });
  });
});
