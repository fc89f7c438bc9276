import { expect, test } from 'vitest';
import { pageOf, pagePaths, projectPath, type PageId } from './pages.ts';

test('every address leads to its page, with a slash at its end too, and no other does', () => {
  const ids = (Object.keys(pagePaths) as PageId[]).filter((id) => id !== 'project');
  expect(ids.map((id) => pageOf(pagePaths[id]))).toEqual(ids);
  expect(ids.map((id) => pageOf(`${pagePaths[id]}/`))).toEqual(ids);
  expect(['/overview', '/nothing', '/projects/A01/more', '//'].map(pageOf)).toEqual([
    'overview',
    undefined,
    undefined,
    'overview',
  ]);
});
test('a project has a page under any code', () => {
  expect(['A01', 'a/b', '号 1', '%'].map((code) => pageOf(projectPath(code)))).toEqual([
    'project',
    'project',
    'project',
    'project',
  ]);
});
