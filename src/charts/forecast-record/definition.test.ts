import { expect, test } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { recordChart } from './definition.ts';

test('a zone without an indicator has no empty choice and no empty drawing', () => {
  const { forecasts: _, ...rest } = sampleOverview;
  const overview = { ...rest, targets: [] };
  const context = { language: 'en', options: {} } as const;
  expect(recordChart.choices?.(overview, context)).toEqual([]);
  expect(recordChart.choices?.(sampleOverview, context)).toHaveLength(1);
  const series = recordChart.toSeries(overview, context);
  expect(recordChart.height(1100, series)).toBeLessThan(60);
});
