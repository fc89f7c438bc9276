import { expect, test } from 'vitest';
import { openQuestions } from '#web/features/imports/questions/proposals.ts';
import { freshStore, planOf } from '../import-context.ts';

const undated = 'Code,Name,Stage\nA,Alpha,Signed\n';
const readDay = async (text: string, file: string, modified?: string, answers = {}) => {
  const options = modified === undefined ? {} : { modified };
  const { preview } = await planOf(text, file, answers, freshStore, options);
  const question = [...preview.questions, ...preview.settled].find(({ id }) => id === 'as_of');
  return {
    day: preview.as_of,
    text: question?.text,
    isOpen: openQuestions(preview).some(({ id }) => id === 'as_of'),
  };
};

// seen to fail: a file without dates was as of today, and the dialog asked nothing
test('the dialog asks for the data date of a file that states none', async () => {
  expect(await readDay(undated, 'r.csv')).toMatchObject({
    day: freshStore.today,
    text: expect.stringContaining('today is proposed'),
    isOpen: true,
  });
  expect(await readDay(undated, 'r.csv', '2021-04-12')).toMatchObject({
    day: '2021-04-12',
    text: expect.stringContaining('last change'),
    isOpen: true,
  });
  expect(await readDay(undated, 'register_Q1_2021.csv', '2021-04-12')).toMatchObject({
    day: '2021-03-31',
    text: expect.stringContaining('its last day'),
    isOpen: true,
  });
});

test('a last change after today proposes nothing', async () => {
  expect((await readDay(undated, 'r.csv', '2099-01-01')).day).toBe(freshStore.today);
});

test('an answer settles the data date, and a stated date is not asked for', async () => {
  const answer = { as_of: '2021-02-28' };
  expect(await readDay(undated, 'r.csv', '2021-04-12', answer)).toMatchObject({
    day: '2021-02-28',
    isOpen: false,
  });
  expect(await readDay(undated, 'register 20210331.csv', '2021-04-12')).toEqual({
    day: '2021-03-31',
    text: undefined,
    isOpen: false,
  });
  const updated = 'Code,Name,Stage,Last updated\nA,Alpha,Signed,2021-03-01\n';
  expect(await readDay(updated, 'r.csv', '2021-04-12')).toMatchObject({
    day: '2021-03-01',
    isOpen: false,
  });
});
