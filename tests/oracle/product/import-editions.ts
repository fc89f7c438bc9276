import type { Edition } from '../figures/register.ts';
import { editionCsv } from './register-file.ts';

type Send = (
  method: string,
  path: string,
  options?: { readonly body?: unknown },
) => Promise<Response>;
interface Question {
  readonly id: string;
  readonly kind: string;
  readonly default?: string;
}
const fixedAnswers: Readonly<Record<string, string>> = {
  file_kind: 'own_register',
  sample_data: 'remove',
  jumps: 'take',
  replans: 'take',
  unit: '1',
};
const scopeAnswers: Readonly<Record<Edition['scope'], string>> = {
  whole: 'whole',
  drops_completed: 'without_completed',
  part: 'part',
};

/** Imports one edition as a file, as a manager who enters its day does. */
export const importEdition = (send: Send, edition: Edition): Promise<void> =>
  importList(send, { ...edition, csv: editionCsv(edition) });

/** Imports the list of a day as a file. */
export async function importList(
  send: Send,
  { day, scope, csv }: Pick<Edition, 'day' | 'scope'> & { readonly csv: string },
): Promise<void> {
  const form = new FormData();
  form.set('file', new File([csv], `register-${day}.csv`));
  const upload = await send('POST', '/api/v1/imports', { body: form });
  const preview = (await upload.json()) as {
    readonly id: string;
    readonly questions: readonly Question[];
  };
  const ownAnswers: Readonly<Record<string, string>> = {
    ...fixedAnswers,
    unlisted: scopeAnswers[scope],
  };
  const answers = Object.fromEntries(
    preview.questions.map(({ id, default: answer }) => [id, ownAnswers[id] ?? answer ?? '']),
  );
  const commit = await send('POST', `/api/v1/imports/${preview.id}/commit`, {
    body: { answers: { ...answers, edition_change: 'accept', as_of: day } },
  });
  if (commit.status !== 200) throw new Error(`${day}: ${commit.status} ${await commit.text()}`);
}
