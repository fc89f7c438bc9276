import { expect, it } from 'vitest';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { languages } from '#domain/values/language.ts';
import { makeFullReport } from '#report/make-report.ts';
import { input as reportInput } from '#report/report-input.fixture.ts';
import { reportSlides } from '#server/exports/report/deck/deck.ts';

// seen to fail: three slides of targets on plan took the place of the key projects; three of targets
// behind plan made a deck of 13
it.each(languages)(
  'a deck has a slide for one target on plan, and for the two furthest of several behind plan, in %s',
  async (language) => {
    const input = reportInput({ language });
    const numbers = input.overview.targets.filter(({ attainment }) => attainment !== undefined);
    expect(numbers.length).toBeGreaterThan(2);
    const countSlides = async (verdict: TargetRow['verdict']): Promise<number> => {
      const targets = numbers.map((row) => ({ ...row, verdict, attainment: 0.97 }));
      const overview = { ...input.overview, targets };
      const slides = await reportSlides({
        report: makeFullReport({ ...input, overview }),
        subjects: { overview, saved: [] },
        stamp: undefined,
        parts: {},
      });
      // the facts of a target are a table without a head beside its chart
      return slides.filter(({ parts: [first] }) => {
        const beside = first?.kind === 'columns' ? first.columns[1]?.parts[0] : undefined;
        return beside?.kind === 'table' && 'headless' in beside.table;
      }).length;
    };
    expect([await countSlides('on_plan'), await countSlides('behind')]).toEqual([1, 2]);
  },
);
