import { cellKey, requestFields } from '#domain/requests/request.ts';
import { getReader, type Source } from '#server/db/db.ts';
import { batches } from '#server/db/versions.ts';

/** Who answered a request for values of a project, and in which revision they were accepted. */
export interface AnswerSource {
  readonly revision: number;
  readonly unit: string;
}

/** Lists the units whose answers about a project were accepted in some revisions, each once. */
export async function listAnswerSources(
  source: Source,
  code: string,
  revisions: readonly number[],
): Promise<readonly AnswerSource[]> {
  const cells = requestFields.map((field) => cellKey({ code, field }));
  const sources: AnswerSource[] = [];
  for (const some of batches(revisions, 200))
    sources.push(
      ...(await getReader(source)
        .selectFrom('proposal as p')
        .innerJoin('request_link as l', 'l.id', 'p.request')
        .select(['p.revision', 'l.unit'])
        .where('p.revision', 'in', some)
        .where('p.cell', 'in', cells)
        .distinct()
        .orderBy('p.revision')
        .orderBy('l.unit')
        .$narrowType<{ revision: number }>()
        .execute()),
    );
  return sources;
}
