import { expect, it } from 'vitest';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { profile } from '#domain/overview/overview.fixture.ts';
import { reportSections } from '#domain/zone/report/report-template.ts';
import { languages } from '#domain/values/language.ts';
import { sameWords } from '#domain/values/term.ts';
import { reportLabels } from '#report/labels/index.ts';
import { makeReport } from '#report/make-report.ts';

const by = { period: '2021-03', author: 'wang', recorded_at: '2021-04-02T08:00:00.000Z' };
const { changes: _changes, ...overview } = sampleOverview;
const input = {
  overview,
  profile,
  period: '2021-03',
  next_until: '2021-06-30',
  recorded_at: '2021-04-16T00:00:00.000Z',
};

it.each(languages)(
  'achievements are separate from issues, and open doubts are listed where the template says so, in %s',
  (language) => {
    const cause = {
      ...by,
      indicator: 'companies',
      text: 'LATE',
      next_step: 'HANDOVER',
      owner: 'Zhou',
      due: '2021-05-20',
    };
    const full = {
      ...input,
      language,
      overview: { ...overview, targets: overview.targets.map((row) => ({ ...row, cause })) },
      achievements: [{ ...by, text: 'WELLDONE' }],
      doubts: [
        {
          rule: 'shared_site' as const,
          count: 9,
          names: [sameWords('Alpha'), sameWords('Bravo')],
        },
      ],
    };
    expect(makeReport(full).sections.map(({ id }) => id)).not.toContain('doubts');
    const { sections } = makeReport({ ...full, template: { sections: reportSections } });
    const part = (id: string) => JSON.stringify(sections.find((one) => one.id === id)?.blocks);
    expect(part('achievements')).toContain('WELLDONE');
    expect(part('problems')).not.toContain('WELLDONE');
    expect(part('problems')).toContain('LATE');
    expect(part('next')).toMatch(/HANDOVER.*Zhou/);
    // seen to fail: the names ended in …
    expect(part('doubts')).toMatch(
      new RegExp(`Alpha.*Bravo${reportLabels[language].andMore('7', '9')}`),
    );
    expect(part('doubts')).not.toContain('shared_site');
  },
);

it('a month without achievements and doubts has no heading for them', () => {
  const ids = makeReport({ ...input, language: 'en' }).sections.map(({ id }) => id);
  expect(ids.filter((id) => id === 'achievements' || id === 'doubts')).toEqual([]);
});
