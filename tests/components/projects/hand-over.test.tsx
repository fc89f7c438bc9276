import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { ProjectDetail } from '#domain/projects/project.ts';
import { handOverLabels } from '#web/features/work/labels/hand-over/index.ts';
import { projectListLabels } from '#web/features/projects/labels/index.ts';
import { ProjectsPage } from '#web/features/projects/projects-page.tsx';
import type { TestApi } from '../../setup/api/api.ts';
import { mountPage } from '../../setup/pages/mounted-page.tsx';

const t = handOverLabels.en;
const button = { name: projectListLabels.en.hand_over({ owner: 'Ana Ruiz' }) };

const ownerOf = async (api: TestApi, code: string) =>
  (await api.get<ProjectDetail>(`/api/v1/projects/${code}`)).owner;

// seen to fail: without accounts no page had the form
test('an owner who is only a name in the register hands over without accounts', async () => {
  const { api } = await mountPage(ProjectsPage, {
    address: '/projects?owner=Ana+Ruiz',
    before: async (_, api) => {
      for (const [code, owner] of [
        ['A-1', 'Ana Ruiz'],
        ['A-2', 'Luis Soto'],
        ['A-3', 'Ana Ruiz'],
      ]) {
        const body = {
          code,
          stage: 'lead',
          valid_from: '2021-05-01',
          facts: { name: code, owner },
        };
        expect((await api.send('POST', '/api/v1/projects', { body })).status).toBe(201);
      }
    },
  });
  await userEvent.click(await screen.findByRole('button', button));
  const form = within(await screen.findByRole('region', { name: t.title }));
  expect(form.getByLabelText<HTMLSelectElement>(/^From/).value).toBe('Ana Ruiz');
  expect(document.activeElement).toBe(form.getByLabelText(/^To/));
  await userEvent.click(form.getByRole('button', { name: t.send }));
  expect(form.getByText(t.missing_to)).toBeTruthy();
  await userEvent.type(form.getByLabelText(/^To/), 'Luis Soto');
  await userEvent.click(form.getByRole('button', { name: t.send }));
  await form.findByText(new RegExp(t.done({ from: 'Ana Ruiz', to: 'Luis Soto' })));
  expect([await ownerOf(api, 'A-1'), await ownerOf(api, 'A-3')]).toEqual([
    'Luis Soto',
    'Luis Soto',
  ]);
  await userEvent.click(form.getByRole('button', { name: t.undo }));
  await form.findByText(t.undone);
  expect([await ownerOf(api, 'A-1'), await ownerOf(api, 'A-2')]).toEqual(['Ana Ruiz', 'Luis Soto']);
});

test('the owners of an example do not hand over', async () => {
  await mountPage(ProjectsPage, { address: '/projects?owner=Ana+Ruiz' });
  await screen.findByText(/No project matches/);
  expect(screen.queryByRole('button', button)).toBeNull();
});
