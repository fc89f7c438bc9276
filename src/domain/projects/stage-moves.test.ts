import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyChanges,
  listFieldChanges,
  factFields,
  readField,
  sameValue,
  type FactChanges,
} from './fields.ts';
import { changeStatus, missingFields, moveStage } from './stage-moves.ts';
import type { ProjectFacts, ProjectRecord } from './project.ts';
import { segments } from './segments.ts';
import { stages, type Stage } from './stage.ts';

const yuan = (minor: string) => ({ money: { minor, currency: 'CNY' } });
const full: ProjectFacts = {
  name: 'Heat pumps',
  industry: 'energy',
  owner: 'Li',
  last_update: '2021-03-01',
  investor: 'Hokuto',
  site_mode: 'land',
  agreement_type: 'contract',
  source_channel: 'chamber of commerce',
  jobs_plan: 120,
  next_step: 'permit',
  uscc: '91350100M000100Y43',
  national_code: '2106-370211-04-01-123456',
  land_mu: 40,
  jobs_actual: 10,
  amounts: {
    total_investment: yuan('3500000000'),
    fai_done_total: yuan('100'),
    output_actual: yuan('90'),
  },
  milestones: [
    { type: 'start', plan: '2021-05-01', actual: '2021-05-03' },
    { type: 'completion', plan: '2022-01-01' },
    { type: 'operation', plan: '2022-06-01', actual: '2022-07-01' },
  ],
  data_status: 'reported',
};
const why = (reason: string) => ({ reason_code: 'approvals', reason }) as const;
const at = (stage: Stage, facts: ProjectFacts = full): ProjectRecord => ({
  code: 'A1',
  origin: 'own',
  facts,
  stage_events: [{ stage, date: '2021-03-01' }],
  status_events: [],
});

describe('moving a stage', () => {
  test('a move forward keeps the earlier stage with its day', () => {
    const moved = moveStage(at('lead'), 'negotiation', '2021-04-01');
    expect(moved).toMatchObject({ kind: 'moved', back: false, notApplicable: [] });
    expect(moved.kind === 'moved' && moved.record.stage_events).toEqual([
      { stage: 'lead', date: '2021-03-01' },
      { stage: 'negotiation', date: '2021-04-01' },
    ]);
  });
  test('construction can be skipped and does not apply on rented space, but not on land', () => {
    const { land_mu: _l, national_code: _n, ...rest } = full;
    expect(moveStage(at('registered'), 'operation', '2021-04-01')).toEqual({
      kind: 'construction_skipped',
    });
    for (const site_mode of ['lease', 'office'] as const) {
      const moved = moveStage(at('registered', { ...rest, site_mode }), 'operation', '2021-04-01');
      expect(moved).toMatchObject({ kind: 'moved', notApplicable: ['construction'], warnings: [] });
      expect(JSON.stringify(moved.kind === 'moved' && moved.record.stage_events)).not.toContain(
        'construction',
      );
    }
  });
  test('a move back needs a reason code and words, and keeps both', () => {
    expect(moveStage(at('construction'), 'signed', '2021-04-01')).toEqual({
      kind: 'reason_needed',
    });
    expect(moveStage(at('construction'), 'signed', '2021-04-01', why(' '))).toEqual({
      kind: 'reason_needed',
    });
    expect(
      moveStage(at('construction'), 'signed', '2021-04-01', { reason: 'permit withdrawn' }),
    ).toEqual({ kind: 'reason_needed' });
    const moved = moveStage(at('construction'), 'signed', '2021-04-01', why(' permit withdrawn '));
    expect(moved).toMatchObject({ kind: 'moved', back: true });
    expect(moved.kind === 'moved' && moved.record.stage_events.at(-1)).toEqual({
      stage: 'signed',
      date: '2021-04-01',
      reason_code: 'approvals',
      reason: 'permit withdrawn',
    });
  });
  test('a move neither repeats the stage nor precedes the last one, and a held project does not move', () => {
    expect(moveStage(at('signed'), 'signed', '2021-04-01')).toEqual({ kind: 'same' });
    expect(moveStage(at('lead'), 'negotiation', '2021-02-28')).toEqual({
      kind: 'before_last',
      last: '2021-03-01',
    });
    const pause = {
      ...at('lead'),
      status_events: [{ status: 'on_hold' as const, date: '2021-03-02', reason: 'x' }],
    };
    expect(moveStage(pause, 'negotiation', '2021-04-01')).toEqual({ kind: 'not_active' });
  });
  test('signing freezes the plans as baseline, which no later move or change affects', () => {
    const move = moveStage(at('negotiation'), 'signed', '2021-04-01');
    if (move.kind !== 'moved') throw new Error(move.kind);
    expect(move.record.facts.milestones[0]).toEqual({
      type: 'start',
      baseline: '2021-05-01',
      plan: '2021-05-01',
      actual: '2021-05-03',
    });
    const later = applyChanges(move.record.facts, { 'milestones.start.plan': '2021-09-01' });
    expect(later.milestones[0]).toMatchObject({ baseline: '2021-05-01', plan: '2021-09-01' });
    expect(
      applyChanges(later, { 'milestones.start.plan': null, 'milestones.start.actual': null })
        .milestones[0],
    ).toEqual({
      type: 'start',
      baseline: '2021-05-01',
    });
  });
});

describe('the fields of a stage', () => {
  test('missing fields of the stage are required and those of earlier stages are warnings', () => {
    const bare: ProjectFacts = { name: 'x', amounts: {}, milestones: [], data_status: 'reported' };
    expect(missingFields(bare, 'negotiation', false).map((m) => [m.field, m.level])).toEqual([
      ['industry', 'warning'],
      ['owner', 'warning'],
      ['source_channel', 'warning'],
      ['last_update', 'warning'],
      ['investor', 'required'],
      ['site_mode', 'required'],
      ['jobs_plan', 'warning'],
      ['next_step', 'required'],
    ]);
    expect(moveStage(at('lead', bare), 'negotiation', '2021-04-01')).toMatchObject({
      kind: 'fields_missing',
    });
    expect(missingFields(full, 'full_capacity', false)).toEqual([]);
  });
  test('signing needs a contract and not a memorandum', () => {
    const signWith = (agreement_type: 'memorandum' | 'contract') =>
      moveStage(at('negotiation', { ...full, agreement_type }), 'signed', '2021-04-01');
    expect(signWith('memorandum')).toMatchObject({
      kind: 'fields_missing',
      fields: [{ field: 'agreement_type' }],
    });
    expect(signWith('contract')).toMatchObject({ kind: 'moved' });
  });
  test('a memorandum blocks signing also where facts can be completed later', () => {
    const bare = { name: 'P', amounts: {}, milestones: [], data_status: 'reported' } as const;
    const signLater = (facts: Partial<ProjectFacts>) =>
      moveStage(at('negotiation', { ...bare, ...facts }), 'signed', '2021-04-01', {
        complete_later: true,
      });
    expect(signLater({ agreement_type: 'memorandum' })).toEqual({ kind: 'no_contract' });
    expect(signLater({})).toMatchObject({ kind: 'moved' });
    expect(signLater({ agreement_type: 'contract' })).toMatchObject({ kind: 'moved' });
  });
  test('an undisclosed amount is not missing, an unreported one is, and only land needs a land area', () => {
    const listMissing = (missing: 'not_disclosed' | 'not_reported') =>
      missingFields(
        { ...full, amounts: { ...full.amounts, total_investment: { missing } } },
        'signed',
        false,
      ).map((m) => m.field);
    expect([listMissing('not_disclosed'), listMissing('not_reported')]).toEqual([
      [],
      ['amounts.total_investment'],
    ]);
    const { land_mu: _l, national_code: _n, ...rest } = full;
    expect(missingFields(rest, 'registered', false).map((m) => m.field)).toEqual([
      'national_code',
      'land_mu',
    ]);
    expect(missingFields({ ...rest, site_mode: 'lease' }, 'registered', false)).toEqual([]);
  });
});

describe('changing the status', () => {
  test('a change of status needs a reason, keeps the stage and can be reversed', () => {
    expect(changeStatus(at('negotiation'), 'lost', '2021-04-01', why(' '))).toEqual({
      kind: 'reason_needed',
    });
    const change = changeStatus(at('negotiation'), 'lost', '2021-04-01', why('chose another city'));
    if (change.kind !== 'changed') throw new Error(change.kind);
    expect(segments(change.record).at(-1)).toMatchObject({
      stage: 'negotiation',
      status: 'lost',
      status_reason_code: 'approvals',
      status_reason: 'chose another city',
    });
    expect(
      changeStatus(at('negotiation'), 'lost', '2021-04-01', { reason: 'chose another city' }),
    ).toEqual({ kind: 'reason_needed' });
    expect(changeStatus(change.record, 'active', '2021-03-31', { reason: 'came back' })).toEqual({
      kind: 'before_last',
      last: '2021-04-01',
    });
    expect(
      changeStatus(change.record, 'active', '2021-05-01', { reason: 'came back' }),
    ).toMatchObject({ kind: 'changed' });
    expect(changeStatus(change.record, 'lost', '2021-05-01', why('again'))).toEqual({
      kind: 'same',
    });
  });
  test('an unlisted project can get a reason and keeps its day and stage', () => {
    const unlisted = {
      ...at('signed'),
      status_events: [{ status: 'unlisted', date: '2021-04-01' } as const],
    };
    const change = changeStatus(
      unlisted,
      'unlisted',
      '2021-05-01',
      why('moved to the next county'),
    );
    if (change.kind !== 'changed') throw new Error(change.kind);
    expect(change.record.status_events).toEqual([
      {
        status: 'unlisted',
        date: '2021-04-01',
        reason_code: 'approvals',
        reason: 'moved to the next county',
      },
    ]);
    expect(segments(change.record).at(-1)).toMatchObject({
      stage: 'signed',
      status: 'unlisted',
      status_date: '2021-04-01',
    });
    expect(changeStatus(unlisted, 'unlisted', '2021-05-01', why(' '))).toEqual({
      kind: 'reason_needed',
    });
    expect(
      changeStatus(change.record, 'lost', '2021-05-01', why('chose another city')),
    ).toMatchObject({ kind: 'changed' });
  });
  test('an agreement is terminated after signing, and a plant closes after operation', () => {
    const kinds = (to: 'terminated' | 'closed') =>
      stages.map((s) => changeStatus(at(s), to, '2021-04-01', why('x')).kind === 'changed');
    expect(kinds('terminated')).toEqual([false, false, true, true, true, true, true]);
    expect(kinds('closed')).toEqual([false, false, false, false, false, true, true]);
  });
});

const changesOf = (seed: readonly number[]): FactChanges =>
  Object.fromEntries(
    seed.map((n) => {
      const field = factFields[n % factFields.length] ?? 'remark';
      const value = field.startsWith('amounts')
        ? yuan(String(n))
        : /jobs|percent|mu|m2/.test(field)
          ? n
          : `2021-01-${10 + (n % 19)}`;
      return [field, n % 5 === 0 && field !== 'name' && field !== 'data_status' ? null : value];
    }),
  );
test('a change sets its fields and leaves all others', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(10_000), { maxLength: 12 }), (seed) => {
      const changes = changesOf(seed);
      const next = applyChanges(full, changes);
      for (const field of factFields) {
        const changed = changes[field];
        expect(
          sameValue(
            readField(next, field),
            changed === undefined ? readField(full, field) : (changed ?? undefined),
          ),
        ).toBe(true);
      }
      const named = listFieldChanges(at('lead'), at('lead', next)).map((d) => d.field);
      expect(named.every((field) => field in changes)).toBe(true);
    }),
  );
});
test('the differences list the move, its day and the values of a new project', () => {
  const moved = moveStage(at('lead'), 'negotiation', '2021-04-01');
  if (moved.kind !== 'moved') throw new Error(moved.kind);
  expect(listFieldChanges(at('lead'), moved.record)).toEqual([
    { field: 'stage', from: 'lead', to: 'negotiation' },
    { field: 'stage_events.negotiation', to: '2021-04-01' },
  ]);
  expect(listFieldChanges(undefined, at('lead')).find((d) => d.field === 'name')).toEqual({
    field: 'name',
    to: 'Heat pumps',
  });
  expect(
    sameValue(
      { money: { minor: '1', currency: 'CNY' } },
      { money: { currency: 'CNY', minor: '1' } },
    ),
  ).toBe(true);
});
