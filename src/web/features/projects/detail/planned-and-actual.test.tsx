import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ProjectDetail } from '#domain/projects/project.ts';
import { LanguageProvider } from '#web/i18n/text.ts';
import { ProjectLadder } from './planned-and-actual.tsx';

const yuan = (minor: string) => ({ money: { minor, currency: 'CNY' } });
const show = (more: Partial<ProjectDetail>): void => {
  const project = { amounts: {}, ...more } as ProjectDetail;
  render(
    <LanguageProvider value="en">
      <ProjectLadder project={project} />
    </LanguageProvider>,
  );
};
const money = (): (string | null)[] =>
  screen.getAllByRole('definition').map(({ textContent }) => textContent);
const rows = (): (string | null)[][] =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => [...row.querySelectorAll('td')].map(({ textContent }) => textContent));

test('planned money is beside contracted, paid-in and completed money, each separately', () => {
  show({
    amounts: {
      total_investment: yuan('30000000000'),
      contracted_amount: yuan('20000000000'),
      paid_in: yuan('10000000000'),
      fai_done_total: yuan('0'),
    },
  });
  expect(money()).toEqual(['CN¥300mn', 'CN¥200mn', 'CN¥100mn', 'CN¥0']);
});
test('planned money alone has a note that no other is reported', () => {
  show({ amounts: { total_investment: yuan('30000000000') } });
  expect(money()).toEqual(['CN¥300mn', 'Not reported', 'Not reported', 'Not reported']);
});
test('planned and actual jobs have a column each and no sum', () => {
  show({ jobs_plan: 400, jobs_actual: 0 });
  expect(rows()[0]).toEqual(['400', '0']);
});
test('planned jobs alone are no actual jobs', () => {
  show({ jobs_plan: 400 });
  expect(rows()[0]).toEqual(['400', 'Not reported']);
});
