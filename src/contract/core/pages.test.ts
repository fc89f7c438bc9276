import { expect, test } from 'vitest';
import { findPage, pagePaths, projectPath, type PageId } from './pages.ts';

test('findPage finds the page of each path, with or without a final slash, and of no other path', () => {
  const ids = (Object.keys(pagePaths) as PageId[]).filter((id) => id !== 'project');
  expect(ids.map((id) => findPage(pagePaths[id]))).toEqual(ids);
  expect(ids.map((id) => findPage(`${pagePaths[id]}/`))).toEqual(ids);
  expect(['/overview', '/nothing', '/projects/A01/more', '//'].map(findPage)).toEqual([
    'overview',
    undefined,
    undefined,
    'overview',
  ]);
});
test('each section of the settings, and the former page of targets, is the page of settings', () => {
  expect(
    ['/settings/zone', '/settings/targets/', '/targets', '/settings/a/b'].map(findPage),
  ).toEqual(['settings', 'settings', 'settings', undefined]);
});
test('projectPath leads to a project page for any code', () => {
  expect(['A01', 'a/b', '号 1', '%'].map((code) => findPage(projectPath(code)))).toEqual([
    'project',
    'project',
    'project',
    'project',
  ]);
});
