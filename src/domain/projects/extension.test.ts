import { expect, test } from 'vitest';
import { createExtendedFinder, withoutExtensions } from './extension.ts';

const plant = { code: 'A', name: 'Plant' };
const twins = [
  { code: 'B', name: 'Warehouse' },
  { code: 'C', name: 'Warehouse' },
];

test('a text names a project by its code, else by a name that only one project has', () => {
  const find = createExtendedFinder([plant, ...twins, { code: 'Plant', name: 'Other' }]);
  expect(find('A')).toBe(plant);
  expect(find('Plant')?.name).toBe('Other');
  expect(createExtendedFinder([plant])('Plant')).toBe(plant);
  expect(find('Warehouse')).toBeUndefined();
  expect(find('Port')).toBeUndefined();
});

test('a group loses only the projects that extend another project of it', () => {
  const later = { code: 'D', name: 'Plant, line 2', extended_project: 'A' };
  const self = { code: 'E', name: 'Depot', extended_project: 'E' };
  expect(withoutExtensions([plant, later])).toEqual([plant]);
  expect(withoutExtensions([later, ...twins])).toEqual([later, ...twins]);
  expect(withoutExtensions([self, later])).toEqual([self, later]);
});
