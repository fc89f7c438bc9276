import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reconciles } from './bridge.fixture.ts';
import { makeBridge, type BridgeStepKind, type Transition } from './bridge.ts';
import { defaultStageMapping as mapping, stages, statuses } from './stage.ts';

const asked = { from: '2021-03-16', to: '2021-04-16', measure: 'total_investment', mapping } as const;
const held = fc.record(
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
    from: held,
    to: held,
    from_minor: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
    to_minor: fc.bigInt({ min: 0n, max: 10n ** 20n }),
  },
  { requiredKeys: ['from_minor', 'to_minor'] },
);
const transitionOf = ({ from, to, from_minor, to_minor }: typeof project extends fc.Arbitrary<infer P> ? P : never): Transition => {
  const a = from?.currency === undefined ? 0n : from_minor;
  const b = to?.currency === undefined ? 0n : to_minor;
  return {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    count: 1,
    from_minor: a,
    to_minor: b,
    revised: a === b && from?.currency === to?.currency ? 0 : 1,
  };
};

test('opening and steps always add up to closing, for any register on any two days', () => {
  fc.assert(
    fc.property(fc.array(project, { maxLength: 60 }), (projects) => {
      const { groups } = makeBridge(projects.map(transitionOf), asked);
      expect(groups.map(reconciles)).toEqual([true, true]);
    }),
    { numRuns: 500 },
  );
});

test('closing is what the second day holds, whatever the first was', () => {
  fc.assert(
    fc.property(fc.array(project, { maxLength: 40 }), (projects) => {
      const transitions = projects.map(transitionOf);
      const alone = makeBridge(
        transitions.flatMap(({ to, to_minor }) => (to === undefined ? [] : [{ to, count: 1, from_minor: 0n, to_minor, revised: 0 }])),
        asked,
      );
      const closing = (bridge: typeof alone) => bridge.groups.map(({ steps }) => steps.at(-1));
      expect(closing(makeBridge(transitions, asked))).toEqual(closing(alone));
    }),
  );
});

const active = (stage: 'lead' | 'signed' | 'registered', currency: string | undefined = 'CNY') => ({
  stage,
  status: 'active' as const,
  ...(currency === undefined ? {} : { currency }),
});
const steps = (transitions: readonly Transition[], group: 0 | 1) =>
  Object.fromEntries(
    (makeBridge(transitions, asked).groups[group]?.steps ?? []).map(({ kind, projects, count, undisclosed, amounts }) => [
      kind,
      [projects, count, undisclosed, amounts.map((a) => `${a.minor} ${a.currency}`).join()],
    ]),
  ) as Record<BridgeStepKind, unknown>;

test('a project that is registered leaves the pipeline at its old amount and comes in at its new one', () => {
  const moved: Transition[] = [
    { from: active('signed'), to: active('registered'), count: 1, from_minor: 100n, to_minor: 120n, revised: 1 },
  ];
  expect(steps(moved, 1)).toMatchObject({ opening: [1, 1, 0, '100 CNY'], moved_out: [1, -1, 0, '-100 CNY'], closing: [0, 0, 0, ''] });
  expect(steps(moved, 0)).toMatchObject({ opening: [0, 0, 0, ''], moved_in: [1, 1, 0, '120 CNY'], closing: [1, 1, 0, '120 CNY'] });
});

test('an amount that becomes known is a revision and no zero before; another currency is never added', () => {
  const told: Transition[] = [
    { from: { stage: 'lead', status: 'active' }, to: active('lead'), count: 2, from_minor: 0n, to_minor: 50n, revised: 2 },
    { from: active('lead', 'JPY'), to: active('lead'), count: 1, from_minor: 700n, to_minor: 40n, revised: 1 },
  ];
  expect(steps(told, 1)).toMatchObject({
    opening: [3, 3, 2, '700 JPY'],
    revised: [3, 0, -2, '90 CNY,-700 JPY'],
    exchange_rate: [0, 0, 0, ''],
    closing: [3, 3, 0, '90 CNY'],
  });
});
