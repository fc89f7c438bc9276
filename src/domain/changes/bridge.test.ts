import { compact } from '#domain/values/compact.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reconciles } from './bridge.fixture.ts';
import { makeBridge, type Transition } from './bridge.ts';
import { bridgeSections, type BridgeStepKind } from './bridge-steps.ts';
import {
  defaultStageMapping as mapping,
  stages,
  statuses,
  type Status,
} from '#domain/projects/stage.ts';

const request = {
  from: '2021-03-16',
  to: '2021-04-16',
  measure: 'total_investment',
  mapping,
} as const;
const state = fc.record(
  {
    stage: fc.constantFrom(...stages, 'unknown' as const),
    status: fc.constantFrom(...statuses),
    currency: fc.constantFrom('CNY', 'JPY', 'USD'),
  },
  { requiredKeys: ['stage', 'status'] },
);
/** One project on two days; absent on either, with or without an amount, in any currency. */
const project = fc.record(
  {
    from: state,
    to: state,
    from_minor: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
    to_minor: fc.bigInt({ min: 0n, max: 10n ** 20n }),
  },
  { requiredKeys: ['from_minor', 'to_minor'] },
);
const transitionOf = ({
  from,
  to,
  from_minor,
  to_minor,
}: typeof project extends fc.Arbitrary<infer P> ? P : never): Transition => {
  const a = from?.currency === undefined ? 0n : from_minor;
  const b = to?.currency === undefined ? 0n : to_minor;
  return {
    ...compact({ from, to }),
    count: 1,
    from_minor: a,
    to_minor: b,
    revised: a === b && from?.currency === to?.currency ? 0 : 1,
  };
};

test('opening and steps always add up to closing, for any register on any two days', () => {
  fc.assert(
    fc.property(fc.array(project, { maxLength: 60 }), (projects) => {
      const { groups } = makeBridge(projects.map(transitionOf), request);
      expect(groups.map(reconciles)).toEqual([true, true]);
    }),
    { numRuns: 500 },
  );
});

test('closing is the register of the second day, whatever the first was', () => {
  fc.assert(
    fc.property(fc.array(project, { maxLength: 40 }), (projects) => {
      const transitions = projects.map(transitionOf);
      const alone = makeBridge(
        transitions.flatMap(({ to, to_minor }) =>
          to === undefined ? [] : [{ to, count: 1, from_minor: 0n, to_minor, revised: 0 }],
        ),
        request,
      );
      const closing = (bridge: typeof alone) => bridge.groups.map(({ steps }) => steps.at(-1));
      expect(closing(makeBridge(transitions, request))).toEqual(closing(alone));
    }),
  );
});

const active = (stage: 'lead' | 'signed' | 'registered', currency: string | undefined = 'CNY') => ({
  stage,
  status: 'active' as const,
  ...compact({ currency }),
});
const steps = (transitions: readonly Transition[], group: 0 | 1) =>
  Object.fromEntries(
    (makeBridge(transitions, request).groups[group]?.steps ?? []).map(
      ({ kind, projects, count, undisclosed, amounts }) => [
        kind,
        [projects, count, undisclosed, amounts.map((a) => `${a.minor} ${a.currency}`).join()],
      ],
    ),
  ) as Record<BridgeStepKind, unknown>;

test('an established project moves with the same amount in both groups, and its revision is a separate step', () => {
  const moved: Transition[] = [
    {
      from: active('signed'),
      to: active('registered'),
      count: 1,
      from_minor: 100n,
      to_minor: 120n,
      revised: 1,
    },
  ];
  expect(steps(moved, 1)).toMatchObject({
    opening: [1, 1, 0, '100 CNY'],
    established: [1, -1, 0, '-100 CNY'],
    closing: [0, 0, 0, ''],
  });
  expect(steps(moved, 0)).toMatchObject({
    opening: [0, 0, 0, ''],
    established: [1, 1, 0, '100 CNY'],
    revised: [1, 0, 0, '20 CNY'],
    closing: [1, 1, 0, '120 CNY'],
  });
  const back = moved.map(
    (one): Transition => ({ ...one, from: active('registered'), to: active('lead') }),
  );
  expect(steps(back, 0)).toMatchObject({
    moved_back: [1, -1, 0, '-100 CNY'],
    closing: [0, 0, 0, ''],
  });
  expect(steps(back, 1)).toMatchObject({
    moved_back: [1, 1, 0, '100 CNY'],
    revised: [1, 0, 0, '20 CNY'],
    closing: [1, 1, 0, '120 CNY'],
  });
});

test('each exit from the pipeline has its own step: established, lost, withdrawn, ended, on hold, unlisted', () => {
  const to = (status: Status): Transition => ({
    from: active('lead'),
    to: { ...active('lead'), status },
    count: 1,
    from_minor: 10n,
    to_minor: 10n,
    revised: 0,
  });
  const leaving: Transition = {
    from: active('lead'),
    count: 1,
    from_minor: 10n,
    to_minor: 0n,
    revised: 0,
  };
  const unset: Transition = {
    ...to('active'),
    to: { stage: 'unknown', status: 'active', currency: 'CNY' },
  };
  const established: Transition = { ...to('active'), to: active('registered') };
  const kinds = steps(
    [...statuses.filter((status) => status !== 'active').map(to), leaving, unset, established],
    1,
  );
  const one = [1, -1, 0, '-10 CNY'];
  expect(kinds).toMatchObject({
    opening: [10, 10, 0, '100 CNY'],
    established: one,
    lost: one,
    withdrawn: one,
    ended: [3, -3, 0, '-30 CNY'],
    on_hold: one,
    unlisted: [2, -2, 0, '-20 CNY'],
    stage_unset: one,
    closing: [0, 0, 0, ''],
  });
});

test('a project enters as new, resumed or with a stage; a signature in the pipeline is counted and adds no amount', () => {
  const came: Transition[] = [
    { to: active('lead'), count: 1, from_minor: 0n, to_minor: 10n, revised: 0 },
    {
      from: { ...active('lead'), status: 'on_hold' },
      to: active('lead'),
      count: 1,
      from_minor: 20n,
      to_minor: 30n,
      revised: 1,
    },
    {
      from: { stage: 'unknown', status: 'active' },
      to: active('lead'),
      count: 1,
      from_minor: 0n,
      to_minor: 40n,
      revised: 1,
    },
    {
      from: active('lead'),
      to: active('signed'),
      count: 2,
      from_minor: 50n,
      to_minor: 50n,
      revised: 0,
    },
  ];
  expect(steps(came, 1)).toMatchObject({
    opening: [2, 2, 0, '50 CNY'],
    new: [1, 1, 0, '10 CNY'],
    resumed: [1, 1, 0, '30 CNY'],
    stage_set: [1, 1, 0, '40 CNY'],
    signed: [2, 0, 0, ''],
    revised: [0, 0, 0, ''],
    closing: [5, 5, 0, '130 CNY'],
  });
});

test('each step is in one section, and no section has both a success and a loss', () => {
  const all = Object.values(bridgeSections).flat();
  expect(new Set(all).size).toBe(all.length);
  const { groups } = makeBridge([], request);
  expect(groups[0]?.steps.map(({ kind }) => kind)).toEqual(['opening', ...all, 'closing']);
});

test('an amount that becomes known is a revision, and another currency is never added', () => {
  const transitions: Transition[] = [
    {
      from: { stage: 'lead', status: 'active' },
      to: active('lead'),
      count: 2,
      from_minor: 0n,
      to_minor: 50n,
      revised: 2,
    },
    {
      from: active('lead', 'JPY'),
      to: active('lead'),
      count: 1,
      from_minor: 700n,
      to_minor: 40n,
      revised: 1,
    },
  ];
  expect(steps(transitions, 1)).toMatchObject({
    opening: [3, 3, 2, '700 JPY'],
    revised: [3, 0, -2, '90 CNY,-700 JPY'],
    exchange_rate: [0, 0, 0, ''],
    closing: [3, 3, 0, '90 CNY'],
  });
});

test('risen amounts, fallen amounts and others are three kinds of revisions', () => {
  const transitions: Transition[] = [
    {
      from: active('lead'),
      to: active('lead'),
      count: 2,
      from_minor: 20n,
      to_minor: 50n,
      revised: 2,
      revision: 'revised_up',
    },
    {
      from: active('lead'),
      to: active('lead'),
      count: 1,
      from_minor: 30n,
      to_minor: 10n,
      revised: 1,
      revision: 'revised_down',
    },
    {
      from: active('lead'),
      to: active('registered'),
      count: 1,
      from_minor: 30n,
      to_minor: 40n,
      revised: 1,
      revision: 'revised_up',
    },
    {
      from: { stage: 'lead', status: 'active' },
      to: active('lead'),
      count: 1,
      from_minor: 0n,
      to_minor: 70n,
      revised: 1,
    },
  ];
  expect(steps(transitions, 1)).toMatchObject({
    revised_up: [2, 0, 0, '30 CNY'],
    revised_down: [1, 0, 0, '-20 CNY'],
    revised: [1, 0, -1, '70 CNY'],
  });
  expect(steps(transitions, 0)).toMatchObject({
    established: [1, 1, 0, '30 CNY'],
    revised_up: [1, 0, 0, '10 CNY'],
    revised: [0, 0, 0, ''],
  });
});
