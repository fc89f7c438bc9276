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
  const upload = await api.send('POST', '/api/v1/imports?lang=en', { body: form });
  const { id } = (await upload.json()) as { readonly id: string };
  const commit = await api.send('POST', `/api/v1/imports/${id}/commit?lang=en`, {
    body: { answers },
  });
  if (commit.status !== 200) throw new Error(`${file}: ${commit.status} ${await commit.text()}`);
}
