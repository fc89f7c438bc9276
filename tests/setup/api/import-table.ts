import type { TestApi } from './api.ts';

/** Imports a table of text with all answers that it needs. */
export async function importTable(
  api: TestApi,
  {
    text,
    file,
    answers,
  }: { readonly text: string; readonly file: string; readonly answers: object },
): Promise<void> {
  const form = new FormData();
  form.append('file', new Blob([text]), file);
  const sent = await api.send('POST', '/api/v1/imports?lang=en', { body: form });
  const { id } = (await sent.json()) as { readonly id: string };
  const done = await api.send('POST', `/api/v1/imports/${id}/commit?lang=en`, {
    body: { answers },
  });
  if (done.status !== 200) throw new Error(`${file}: ${done.status} ${await done.text()}`);
}
