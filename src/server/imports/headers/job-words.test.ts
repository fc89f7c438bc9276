import { expect, test } from 'vitest';
import { findHeaderJobs } from './job-words.ts';
import { namesSigning } from './signing-words.ts';

test('a header names planned or filled jobs by all of its words', () => {
  const plan = { field: 'jobs_plan', isSure: true };
  const likely = { field: 'jobs_plan', isSure: false };
  const actual = { field: 'jobs_actual', isSure: true };
  const fields = {
    'Employment potential (Nos.)': plan,
    'Projected workers': plan,
    'Locuri de muncă create': plan,
    'Arbeitsplätze (geplant)': plan,
    'Θέσεις εργασίας Νέες': plan,
    'Кількість робочих місць': likely,
    Arbeidsplaatsen: likely,
    'Mano de obra operación': likely,
    'Mão-de-obra': likely,
    'Broj novih radnih mesta': plan,
    'Nya arbetstillfällen': plan,
    'Existing jobs': actual,
    'Θέσεις εργασίας Υφιστάμενες': actual,
    // one meaning each, and no jobs
    'Mano de obra construcción': undefined,
    'Obra operación': undefined,
    'Number of jobs': undefined,
    'Existing and new jobs': undefined,
    'Jobs per hectare': undefined,
    'New projects': undefined,
  };
  expect(
    Object.fromEntries(Object.keys(fields).map((header) => [header, findHeaderJobs(header)])),
  ).toEqual(fields);
});
test('a header names the day of a signature by all of its words', () => {
  const yes = [
    'Date of signing of the contract',
    'Data semnării contractului',
    'Дата підписання договору',
    'Datum ondertekening',
    'Vertragsabschluss',
    'تاريخ التعاقد',
    'تاریخ قرارداد',
    'Υπογραφή',
  ];
  const no = ['Contract', 'Contract number', 'Data', 'Signing officer', 'Date of approval'];
  expect([...yes, ...no].filter(namesSigning)).toEqual(yes);
});
