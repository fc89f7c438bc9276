import type { Column } from './columns/columns.ts';
import { proposeStage } from './vocabulary.ts';
import type { Work } from './work.ts';

/** Asks about columns that were not matched for sure. Proposals are taken unless a header is ambiguous or no name was found. */
export function askAboutColumns(work: Work, columns: readonly Column[], named: number): void {
  const { questions, request } = work;
  const nameless = named === 0 || !columns.some((c) => c.field === 'project_name' || c.field === 'project_id');
  const unsure = columns.filter((c) => c.key !== '' && !c.empty && (c.how === 'similar' || c.how === 'content' || c.how === 'unmatched'));
  if (unsure.length === 0 && !nameless) return;
  const blocking = unsure.some((c) => c.open) || (nameless && request.answers.mapping === undefined);
  questions.ask('mapping', 'q_mapping', questions.fieldChoices(), {
    items: unsure.map((c) => ({ key: c.key, count: c.examples.length, proposal: c.field ?? 'extra', examples: c.examples })),
    ...(blocking ? {} : { default: 'proposals' }),
  });
}

/** Asks what words of stage columns mean. Unanswered, they stay as they are, in a group of their own. */
export function askAboutWords(work: Work, words: ReadonlyMap<string, number>): void {
  if (words.size === 0) return;
  work.questions.ask('stage_words', 'q_stage_words', work.questions.stageChoices(), {
    items: [...words]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 200)
      .map(([key, count]) => {
        const proposal = proposeStage(key);
        return { key, count, ...(proposal === undefined ? {} : { proposal }) };
      }),
    default: 'keep',
  });
}
