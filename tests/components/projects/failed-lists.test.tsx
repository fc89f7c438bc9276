import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { attachmentsLabels, projectLabels } from '#web/features/projects/labels/index.ts';
import { ProjectPage } from '#web/features/projects/project-page.tsx';
import { decisionLabels } from '#web/features/work/labels/index.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const lists = ['issues', 'decisions', 'evidence'] as const;
const titles = {
  issues: attachmentsLabels.en.issues,
  decisions: decisionLabels.en.title,
  evidence: projectLabels.en.evidence,
};

/** Mounts the page of a project with an issue and a decision, of which one list can't be read. */
const mountWithout = (list: (typeof lists)[number]) =>
  mountPage(ProjectPage, {
    address: '/projects/A-1',
    before: async (faults, api) => {
      const post = async (path: string, body: object) =>
        expect((await api.send('POST', `/api/v1/${path}`, { body })).status).toBe(201);
      const project = { code: 'A-1', stage: 'lead', facts: { name: 'Heat pumps' } };
      await post('projects', { ...project, valid_from: '2021-05-01' });
      const issue = { text: 'No power line', severity: 'high', since: '2021-05-02' };
      await post('projects/A-1/issues', issue);
      await post('decisions', {
        subject: 'project',
        subject_id: 'A-1',
        decided_on: '2021-05-02',
        text: 'Move the substation',
      });
      faults.set({
        kind: 'internal',
        where: ({ method, url }) => method === 'GET' && new URL(url).pathname.endsWith(`/${list}`),
      });
    },
  });

// seen to fail: a list that could not be read looked like an empty one
test.each(lists)('%s that could not be read are not said to be none', async (list) => {
  const { faults } = await mountWithout(list);
  const alert = await screen.findByRole('alert');
  const heading = alert.closest('section')?.querySelector('h3')?.textContent ?? '';
  expect(heading.trim()).toBe(titles[list]);
  expect(screen.queryByText(attachmentsLabels.en.no_issues)).toBeNull();
  expect(screen.queryByText(decisionLabels.en.none)).toBeNull();
  faults.clear();
  await userEvent.click(within(alert).getByRole('button'));
  expect(await screen.findAllByText('No power line')).not.toEqual([]);
  expect(await screen.findAllByText('Move the substation')).not.toEqual([]);
  await expect.poll(() => screen.queryByRole('alert')).toBeNull();
});
