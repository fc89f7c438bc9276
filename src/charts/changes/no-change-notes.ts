import { hasNoMovement, mostNamed } from '#domain/changes/bridge-projects.ts';
import { isNewlySigned, revisions } from '#domain/changes/bridge-steps.ts';
import { formatCount, formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { Move } from '#domain/changes/moves.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { stageGroup } from '#domain/projects/stage.ts';
import { milestoneTerms, projectName, stageWord } from '#domain/labels/index.ts';
import { joinNames } from '#charts/kit/text/claim.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { changesChartLabels } from './labels/index.ts';
import { countProjects, isUnchanged } from './steps.ts';

/** Kinds of steps that a quiet figure denies by name where no project took them. */
const deniedKinds = ['signed', 'established', 'lost', 'withdrawn', 'revised'] as const;

/**
 * Lists projects that went from one stage to another without a step of the bridge, by their two
 * stages.
 */
function stageMoves({ bridge, bridge_moves, stage_mapping }: Overview): readonly Move[] {
  if (
    bridge === undefined ||
    bridge_moves === undefined ||
    bridge_moves.moves.length !== bridge_moves.total
  )
    return [];
  return bridge_moves.moves.filter(({ from, to }) => {
    if (from === undefined || to === undefined || from.stage === to.stage) return false;
    const [was, is] = [from, to].map(({ stage, status }) =>
      stageGroup(stage, status, stage_mapping),
    );
    return (
      was !== 'neither' &&
      was === is &&
      !isNewlySigned(was === 'pipeline' ? was : 'established', from, to)
    );
  });
}

function movedNote(overview: Overview, language: Language): readonly string[] {
  const words = changesChartLabels[language].noChange;
  const stage = (side: Move['from']): string =>
    side === undefined ? '' : stageWord(overview.zone.stage_words, side.stage, language);
  const byStages = [
    ...Map.groupBy(stageMoves(overview), ({ from, to }) =>
      JSON.stringify([from?.stage, to?.stage]),
    ).values(),
  ];
  if (byStages.length === 0) return [];
  const moveTexts = byStages.map((moves) => {
    const names =
      moves.length > mostNamed
        ? formatCount(moves.length, language, 'projects')
        : joinNames(
            moves.map((move) => projectName(move, language)),
            language,
          );
    return words.move(names, stage(moves[0]?.from), stage(moves[0]?.to));
  });
  return [words.alsoMoved(moveTexts.join(kitLabels[language].separator))];
}

/** Writes the next milestones. */
function dueNote({ bridge_moves }: Overview, language: Language): readonly string[] {
  const due = bridge_moves?.next_due ?? [];
  const words = changesChartLabels[language].noChange;
  const milestoneTexts = due.map((one) =>
    words.due(
      projectName(one, language),
      milestoneTerms[one.type][language],
      formatDate(one.plan, language),
    ),
  );
  return milestoneTexts.length === 0
    ? []
    : [words.nextDue(milestoneTexts.join(kitLabels[language].list))];
}

/**
 * Writes what did not happen, and what else moved: lines below the bridge of a quiet time. None
 * where nothing at all changed or much did.
 */
export function noChangeNotes(overview: Overview, language: Language): readonly string[] {
  const { bridge } = overview;
  if (bridge === undefined || !hasNoMovement(bridge)) return [];
  if (isUnchanged(overview)) return dueNote(overview, language);
  if (bridge.has_unset === true)
    return [...movedNote(overview, language), ...dueNote(overview, language)];
  const words = changesChartLabels[language].noChange;
  const none = deniedKinds
    .filter((kind) =>
      (kind === 'revised' ? revisions : [kind]).every((one) => countProjects(bridge, one) === 0),
    )
    .map((kind) => words.kinds[kind]);
  const steps = bridge.groups.find(({ group }) => group === 'established')?.steps ?? [];
  const count = steps.find(({ kind }) => kind === 'closing')?.count ?? 0;
  const isSame =
    count > 0 &&
    steps.every(({ kind, projects }) => kind === 'opening' || kind === 'closing' || projects === 0);
  const { separator } = kitLabels[language];
  const lines = [
    ...(none.length === 0 ? [] : [words.noOther(none)]),
    ...(isSame ? [words.asBefore(formatCount(count, language))] : []),
  ];
  return [
    ...(lines.length === 0 ? [] : [lines.join(separator)]),
    ...movedNote(overview, language),
    ...dueNote(overview, language),
  ];
}
