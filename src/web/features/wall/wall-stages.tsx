import { fitText, wrapText } from '#charts/kit/style/font-advances.ts';
import { Label } from '#charts/kit/style/Ink.tsx';
import { ink } from '#charts/kit/style/tokens.ts';
import { pipelineChartLabels } from '#charts/pipeline/labels/index.ts';
import { stageWord } from '#domain/labels/index.ts';
import { writeKnownCount } from '#domain/labels/general/missing-figure.ts';
import { countNotSetOfStrip } from '#domain/overview/stage-not-set.ts';
import { useLanguage } from '#web/i18n/text.ts';
import { narrowWidth } from './fitting-size.ts';
import { type StagesProps, stageBar } from './stage-bar.ts';
import { WallStageRows } from './wall-stage-rows.tsx';

const [small, numbers, between] = [28, 38, 56];
const mostLines = 2;

/** The number of projects of each stage: one column each, in the order of the stages. */
function StageColumns({ overview, groups, hatched, width, height }: StagesProps) {
  const language = useLanguage();
  const stages = groups.flatMap(({ rows }) => rows);
  const withoutStage = countNotSetOfStrip(overview.strip);
  const most = Math.max(1, ...stages.map(({ count }) => count));
  const column = (width - between * (groups.length - 1)) / Math.max(1, stages.length);
  const words = stages.map(({ stage }) =>
    wrapText(stageWord(overview.zone.stage_words, stage, language), column - 12, small).slice(
      0,
      mostLines,
    ),
  );
  const below = Math.max(...words.map((lines) => lines.length), 1) * 34 + 8;
  const [top, base] = [92, height - below];
  const starts = groups.map(
    (_, at) =>
      groups.slice(0, at).reduce((sum, { rows }) => sum + rows.length, 0) * column + at * between,
  );
  return (
    <>
      {groups.map(({ group, count, rows }, at) => {
        const left = starts[at] ?? 0;
        const right = left + rows.length * column;
        const head = `${pipelineChartLabels[language].groups[group]} ${writeKnownCount(count, withoutStage, language)}`;
        return (
          <g key={group}>
            <Label
              x={left}
              y={30}
              text={fitText(head, right - left, small, true)}
              size={small}
              bold
              colour="ink"
            />
            <line x1={left} x2={right} y1={base} y2={base} stroke={ink('axis')} strokeWidth="2" />
            {rows.toReversed().map(({ stage, count: projects }, place) => {
              const middle = left + (place + 0.5) * column;
              const tall = (projects / most) * (base - top);
              const lines = words[stages.findIndex((row) => row.stage === stage)] ?? [];
              return (
                <g key={stage}>
                  {projects === 0 ? null : (
                    <rect
                      x={middle - Math.min(60, column / 3)}
                      y={base - Math.max(4, tall)}
                      width={Math.min(120, (column * 2) / 3)}
                      height={Math.max(4, tall)}
                      {...stageBar(group, hatched)}
                    />
                  )}
                  <Label
                    x={middle}
                    y={base - tall - 14}
                    text={writeKnownCount(projects, withoutStage, language)}
                    size={numbers}
                    bold
                    colour="ink"
                    anchor="middle"
                  />
                  {lines.map((line, index) => (
                    <Label
                      key={line}
                      x={middle}
                      y={base + 34 + index * 34}
                      text={line}
                      size={small}
                      anchor="middle"
                    />
                  ))}
                </g>
              );
            })}
          </g>
        );
      })}
    </>
  );
}

/** The number of projects of each stage, the pipeline first, from its first stage on. */
export function WallStages(props: Omit<StagesProps, 'groups'>) {
  const groups = props.overview.strip.groups
    .filter(({ group, count }) => group !== 'unknown' || count > 0)
    .toReversed();
  const Drawing = props.width < narrowWidth ? WallStageRows : StageColumns;
  return <Drawing {...props} groups={groups} />;
}
