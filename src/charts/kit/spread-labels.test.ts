import { expect, it } from 'vitest';
import { spreadLabels } from './spread-labels.ts';

it('labels at the ends of lines keep their order and are one line apart', () => {
  const room = { top: 0, bottom: 200, apart: 16 };
  expect(spreadLabels([50, 52, 51], room)).toEqual([50, 82, 66]);
  expect(spreadLabels([195, 199], room)).toEqual([184, 200]);
  expect(spreadLabels([-3, 4], { ...room, top: 10 })).toEqual([10, 26]);
  expect(spreadLabels([4, 4], { bottom: 0, apart: 16 })).toEqual([-16, 0]);
});
