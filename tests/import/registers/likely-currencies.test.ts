import { expect, test } from 'vitest';
import { planOf } from '../import-context.ts';

const rows = 'Canal,1250000\nBridge,480500\nQuay,75250\n';
const firstChoices = async (text: string, file: string): Promise<readonly string[]> => {
  const { preview } = await planOf(text, file);
  const question = preview.questions.find(({ id }) => id === 'currency');
  return (question?.choices ?? []).slice(0, 8).map(({ value }) => value);
};

// seen to fail: the currency of the file came after a search among all currencies
test('the currencies that a file hints at come first', async () => {
  const title = 'Proyectos de la zona franca, Argentina';
  expect((await firstChoices(`${title}\nProject,Cost\n${rows}`, 'r.csv'))[0]).toBe('ARS');
  expect((await firstChoices(`Project,Cost\n${rows}`, 'register KZT.csv'))[0]).toBe('KZT');
  expect((await firstChoices(`Project,Cost\n${rows}`, 'r.csv'))[0]).toBe('CNY');
});

test('a shared sign keeps its own currencies, the likely one first', async () => {
  const text = 'Projects in Chile\nProject,Cost ($)\nCanal,1250000\nBridge,480500\n';
  const choices = await firstChoices(text, 'r.csv');
  expect(choices[0]).toBe('CLP');
  expect(choices).toContain('USD');
});
