import { stages, statuses } from '#domain/projects/stage.ts';
import { proposeStage } from '#server/imports/vocabulary/stage-proposals.ts';
import { sectionWord } from './sections.ts';
import { keyOfWord, stageWords, statusWords } from '#server/imports/vocabulary/words.ts';

/** The word for a stage in the name of a sheet, as it stands there; undefined where it names none. */
export function stageOfName(name: string): string | undefined {
  const word = sectionWord(name).replace(
    /\s*(?:项目|案件|projects?|projekte?|projets?|proyectos|progetti|projetos)$/i,
    '',
  );
  const bare = word === '' ? sectionWord(name) : word;
  for (const one of [sectionWord(name), bare]) {
    if (keyOfWord(stageWords, one) !== undefined || keyOfWord(statusWords, one) !== undefined)
      return one;
    const proposal = proposeStage(one);
    if (
      proposal !== undefined &&
      ([...stages, ...statuses] as readonly string[]).includes(proposal)
    )
      return one;
  }
  return undefined;
}
