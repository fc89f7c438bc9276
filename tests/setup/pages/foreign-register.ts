import { expect } from 'vitest';

/** A request that posts JSON as the page at an address does. */
export const json = (url: string, body: unknown) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', origin: new URL(url).origin },
  body: JSON.stringify(body),
});

/** A register of another country: 400 projects in dollars with long names. */
const register = [
  'Código;Proyecto;Etapa;Sector;Inversión (USD)',
  ...Array.from(
    { length: 400 },
    (_, n) =>
      `P${n};Planta de procesamiento de hidrógeno verde y amoníaco número ${n};${['Prospecto', 'Contrato firmado', 'En construcción', 'En operación'][n % 4]};Sector ${n % 9};${(n + 1) * 125_000}`,
  ),
].join('\n');

/** A register in euros and dollars, of ten industries and 300 projects, some without amount or day. */
const mixedRegister = [
  'Project ID,Project name,Industry,Stage,Currency,Total investment (million),Last updated',
  ...Array.from({ length: 300 }, (_, n) =>
    [
      `R${n}`,
      `Works of the harbour ${n}`,
      `Industry ${n % 10}`,
      ['Lead', 'In negotiation', 'Signed', 'Registered', 'Under construction'][n % 5],
      n % 5 < 3 ? 'EUR' : 'USD',
      n % 19 === 0 ? '' : ((n * 37) % 400) + 0.25,
      n % 11 === 0 ? '' : '2026-09-20',
    ].join(','),
  ),
].join('\n');

interface SentRegister {
  readonly text: string;
  readonly file: string;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** Imports a register as that of another zone. */
async function sendRegister(url: string, { text, file, answers }: SentRegister): Promise<void> {
  const form = new FormData();
  form.append('file', new Blob([text]), file);
  const upload = await fetch(new URL('/api/v1/imports?lang=en', url), {
    method: 'POST',
    headers: { origin: new URL(url).origin },
    body: form,
  });
  const { id } = (await upload.json()) as { id: string };
  const usual = { file_kind: 'other_zone', sample_data: 'remove', mapping: 'proposals' };
  const commit = await fetch(
    new URL(`/api/v1/imports/${id}/commit?lang=en`, url),
    json(url, { answers: { ...usual, ...answers } }),
  );
  expect(commit.status, await commit.clone().text()).toBe(200);
}

/** Imports the register of a zone of another country, with 400 projects. */
export const importRegister = (url: string): Promise<void> =>
  sendRegister(url, {
    text: register,
    file: 'Zona Franca 2026-09-30.csv',
    answers: {
      zone_name: 'Zona Franca Atacama',
      stage_words: {
        Prospecto: 'lead',
        'Contrato firmado': 'signed',
        'En construcción': 'construction',
        'En operación': 'operation',
      },
    },
  });

/** Imports the register of a zone with two currencies, with 300 projects. */
export const importMixedRegister = (url: string): Promise<void> =>
  sendRegister(url, {
    text: mixedRegister,
    file: 'Harbour 2026-09-30.csv',
    answers: { zone_name: 'Rana Industrial Park' },
  });
