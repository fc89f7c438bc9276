import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { OutlookPage } from '#web/features/outlook/outlook-page.tsx';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const blockOf = (id: string): HTMLElement => {
  const block = document.getElementById(`outlook-${id}`);
  if (block === null) throw new Error(`no block ${id}`);
  return block;
};

test('a scenario is beside the base, is marked as no fact, and can be removed', async () => {
  const user = userEvent.setup();
  await mountPage(OutlookPage, { address: '/outlook' });
  await screen.findAllByText('What if');
  const jobs = blockOf('jobs');
  expect(screen.queryByText(/Not a fact/)).toBeNull();
  expect(jobs.textContent).toContain('1,876 jobs (1,163 jobs–2,593 jobs)');
  await user.click(within(jobs).getByRole('button', { name: '12 months' }));
  await within(jobs).findByText('Scenario: 12 months later. Not a fact.');
  expect(jobs.textContent).toMatch(/Scenario1,4\d\d jobs/);
  // figures that projects do not state stay the same, and so does the table of answers
  expect(blockOf('companies').textContent).not.toContain('Not a fact');
  expect(jobs.textContent).toContain('The 26 projects that state it would bring it to 6,022 jobs');
  await user.click(within(jobs).getByRole('button', { name: 'Reset' }));
  expect(await within(jobs).findByText('What if')).toBeTruthy();
  expect(within(jobs).queryByText(/Not a fact/)).toBeNull();
});

test('projects are excluded by code and added by stage', async () => {
  const user = userEvent.setup();
  await mountPage(OutlookPage, { address: '/outlook' });
  await screen.findAllByText('What if');
  const jobs = blockOf('jobs');
  await user.type(within(jobs).getByLabelText('Exclude a project'), 'A01');
  await user.click(within(jobs).getByRole('button', { name: 'Exclude' }));
  await within(jobs).findByText('Scenario: A01 excluded. Not a fact.');
  await user.type(within(jobs).getByLabelText(/^Adds, /), '-5');
  await user.click(within(jobs).getByRole('button', { name: 'Add' }));
  expect(within(jobs).getByRole('alert').textContent).toContain('above 0');
  await user.clear(within(jobs).getByLabelText(/^Adds, /));
  await user.type(within(jobs).getByLabelText(/^Adds, /), '500');
  await user.click(within(jobs).getByRole('button', { name: 'Add' }));
  await within(jobs).findByText('Scenario: A01 excluded, 1 added. Not a fact.');
  expect(jobs.textContent).toContain('If everything lands: 6,022 jobs, in the scenario 6,062 jobs');
  await user.click(within(jobs).getByRole('button', { name: 'Include A01 again' }));
  await within(jobs).findByText('Scenario: 1 added. Not a fact.');
});

test('an address that cannot be read shows the base and reports it', async () => {
  await mountPage(OutlookPage, { address: '/outlook?scenario=delay:x' });
  expect(await screen.findByText(/cannot be read. The page shows the base/)).toBeTruthy();
  expect(blockOf('jobs').textContent).toContain('1,876 jobs');
});

test('only the months of the pace change for companies', async () => {
  const user = userEvent.setup();
  await mountPage(OutlookPage, { address: '/outlook' });
  await screen.findAllByText('What if');
  const companies = blockOf('companies');
  expect(within(companies).queryByLabelText('Exclude a project')).toBeNull();
  await user.click(within(companies).getByRole('button', { name: '6 months' }));
  await within(companies).findByText('Scenario: pace of the last 6 months. Not a fact.');
  expect(companies.textContent).toContain('212 companies');
});
