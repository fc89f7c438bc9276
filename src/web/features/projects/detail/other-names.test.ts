import { expect, test } from 'vitest';
import type { Project } from '#domain/projects/project.ts';
import { listOtherNames } from './other-names.ts';

const words = { name: 'Original name', investor: 'Original investor' };
const project = (fields: Partial<Project>): Project =>
  ({ code: 'A-1', name: 'A-1', amounts: {}, milestones: [], ...fields }) as unknown as Project;
const list = (fields: Partial<Project>) => listOtherNames(project(fields), words, 'en');

test('a project that the page shows by its only name has no other', () => {
  expect(list({ name: 'Planta solar', investor: 'Sol SA' })).toEqual([]);
});
test('the original comes first, then the languages that the page does not show', () => {
  expect(
    list({
      name: 'Planta solar',
      names: { en: 'Solar plant', ja: '太陽光発電所' },
      investor: 'Sol SA',
      investor_names: { en: 'Sun plc' },
    }),
  ).toEqual([
    ['Original name', 'Planta solar'],
    ['Project name (Japanese)', '太陽光発電所'],
    ['Original investor', 'Sol SA'],
  ]);
});
test('a translation that equals the original is not repeated, and a code is no name', () => {
  expect(list({ name: 'Sun', names: { ja: 'Sun' } })).toEqual([]);
  expect(list({ name: 'A-1', names: { en: 'Solar plant' } })).toEqual([]);
});
