import { fitText, textWidth } from '#charts/kit/style/font-advances.ts';
import { Label } from '#charts/kit/style/Ink.tsx';
import { pipelineChartLabels } from '#charts/pipeline/labels/index.ts';
import { stageWord } from '#domain/labels/index.ts';
import { writeKnownCount } from '#domain/labels/general/missing-figure.ts';
import { countNotSetOfStrip } from '#domain/overview/stage-not-set.ts';
import { useLanguage } from '#web/i18n/text.ts';
import { type StagesProps, stageBar } from './stage-bar.ts';

const small = 28;
/** The height of a line and of a bar, and the room of a count beside its bar. */
const [mostLineHeight, barHeight, countRoom] = [68, 30, 90];

/** The number of projects of each stage on a narrow screen: one row each, below each other. */
export function WallStageRows({ overview, groups, hatched, width, height }: StagesProps) {
  const language = useLanguage();
  const rows = groups.flatMap(({ group, count, rows: stages }) => [
    { group, count, stage: undefined },
    ...stages.toReversed().map((row) => ({ group, count: row.count, stage: row.stage })),
  ]);
  const withoutStage = countNotSetOfStrip(overview.strip);
  const lineHeight = Math.min(mostLineHeight, height / rows.length);
  const word = (stage: (typeof rows)[number]['stage']) =>
    stage === undefined ? '' : stageWord(overview.zone.stage_words, stage, language);
  const left = Math.min(
    Math.max(...rows.map(({ stage }) => textWidth(word(stage), small) * 1.04)) + 20,
    width / 2,
  );
  const most = Math.max(1, ...rows.map(({ stage, count }) => (stage === undefined ? 0 : count)));
  return rows.map(({ group, count, stage }, line) => {
    const middle = (line + 0.5) * lineHeight;
    const [base, number] = [middle + 10, writeKnownCount(count, withoutStage, language)];
    if (stage === undefined) {
      const head = `${pipelineChartLabels[language].groups[group]} ${number}`;
      return (
        <Label
          key={`${group}-head`}
          x={0}
          y={base}
          text={fitText(head, width, small, true)}
          size={small}
          bold
          colour="ink"
        />
      );
    }
    const length = (count / most) * (width - left - countRoom);
    return (
      <g key={`${group}-${stage}`}>
        <Label x={0} y={base} text={fitText(word(stage), left - 16, small)} size={small} />
        {count === 0 ? null : (
          <rect
            x={left}
            y={middle - barHeight / 2}
            width={Math.max(4, length)}
            height={barHeight}
            {...stageBar(group, hatched)}
          />
        )}
        <Label x={left + length + 16} y={base} text={number} size={small} bold colour="ink" />
      </g>
    );
  });
}
