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

/** Imports the register of a zone of another country, with 400 projects. */
export async function importRegister(url: string): Promise<void> {
  const form = new FormData();
  form.append('file', new Blob([register]), 'Zona Franca 2026-09-30.csv');
  const sent = await fetch(new URL('/api/v1/imports?lang=en', url), {
    method: 'POST',
    headers: { origin: new URL(url).origin },
    body: form,
  });
  const { id } = (await sent.json()) as { id: string };
  const answers = {
    zone_name: 'Zona Franca Atacama',
    file_kind: 'other_zone',
    sample_data: 'remove',
    mapping: 'proposals',
    stage_words: {
      Prospecto: 'lead',
      'Contrato firmado': 'signed',
      'En construcción': 'construction',
      'En operación': 'operation',
    },
  };
  const done = await fetch(
    new URL(`/api/v1/imports/${id}/commit?lang=en`, url),
    json(url, { answers }),
  );
  expect(done.status, await done.clone().text()).toBe(200);
}
