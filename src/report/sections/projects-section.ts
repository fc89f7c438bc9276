import { compact } from '#domain/values/compact.ts';
import { milestoneTerms, projectName, stageWord } from '#domain/labels/index.ts';
import { lightTerms } from '#domain/labels/projects/light.ts';
import { noAmountTerm } from '#domain/labels/general/missing-figure.ts';
import { makeMoneyWriter, pageUnits } from '#domain/overview/money-units.ts';
import type { EstablishedProject } from '#domain/overview/overview.ts';
import { slippageDays } from '#domain/projects/milestones.ts';
import { writeFigureName } from '#domain/measures/figure-name.ts';
import type { ReportBlock, ReportExtent, ReportInput } from '#domain/report/report.ts';
import { formatCount, formatDate, formatValue } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { reportLabels } from '#report/labels/index.ts';
import { dropEmptyColumns } from './limited-tables.ts';
import { listPassedStages } from './passed-stages.ts';
import { changesTimeText } from './period-text.ts';
import { joinProjectNames } from './project-names.ts';

const keyProjects = 5;
/** A list of more projects names only the first ones of each stage on paper. */
const [mostPassed, mostPaperNames] = [5, 2];
/** Beside a longer name the table has no room for the industry. */
const longName = 24;

/** Writes which projects reached which stage in the period, as one sentence. */
function passedBlocks(input: ReportInput, extent: ReportExtent): readonly ReportBlock[] {
  const { changes, language } = input;
  const t = reportLabels[language];
  const stages = listPassedStages(changes);
  const count = stages.reduce((sum, { moves }) => sum + moves.length, 0);
  const most = extent === 'short' && count > mostPassed ? mostPaperNames : undefined;
  const parts = stages.map(({ stage, moves }) =>
    t.passedBy[stage](joinProjectNames(moves, moves.length, language, most)),
  );
  return parts.length === 0
    ? []
    : [{ kind: 'text', text: t.inPeriod(changesTimeText(input), parts) }];
}

/**
 * Writes since how many days the next milestone is overdue, or else by how much it is later or
 * earlier than first planned.
 */
function againstOriginal(
  { next, overdue, stage }: Pick<EstablishedProject, 'next' | 'overdue' | 'stage'>,
  language: Language,
): string {
  const t = reportLabels[language];
  if (next?.plan === undefined) return '—';
  if (overdue !== undefined) return t.overdueBy(formatValue(overdue.days, 'days', language).text);
  const late = slippageDays(next, stage);
  if (late === undefined) return lightTerms.not_known[language];
  const days = formatValue(Math.abs(late), 'days', language).text;
  return late > 0 ? t.slippage(days) : late < 0 ? t.earlier(days) : t.asPlanned;
}

/** Makes the table of the largest projects with an amount, with their next milestone. */
function keyProjectBlocks(
  { overview, profile, language }: ReportInput,
  extent: ReportExtent,
): readonly ReportBlock[] {
  const t = reportLabels[language];
  const industryOf = (id: string | undefined): string =>
    profile.industries.find((one) => one.id === id)?.name[language] ?? '—';
  const group = overview.strip.groups.find((one) => one.group === 'established');
  const knownProjects = overview.established.filter(({ money }) => money !== undefined);
  // the overview lists the largest first
  const largest = knownProjects.slice(0, keyProjects);
  if (largest.length === 0) return [];
  const amounts = largest.flatMap(({ money }) => money ?? []);
  const write = makeMoneyWriter(amounts, pageUnits(overview), language);
  const hasIndustry =
    extent === 'full' ||
    largest.every((project) => projectName(project, language).length <= longName);
  const omittedCount = (group?.count ?? knownProjects.length) - largest.length;
  return [
    {
      kind: 'table',
      caption: (group?.amounts.length ?? 0) > 1 ? t.keyProjectsAtRates : t.keyProjects,
      table: dropEmptyColumns({
        columns: t.keyColumns.map((label, at) => ({ label, right: at === 2 })),
        rows: largest.map(({ industry, money, stage, next, overdue, ...project }) => [
          projectName(project, language),
          hasIndustry ? industryOf(industry) : '—',
          money === undefined ? noAmountTerm[language] : write(money),
          stageWord(profile.stage_words, stage, language),
          next?.plan === undefined
            ? '—'
            : t.nextMilestone(
                formatDate(next.plan, language, 'short'),
                milestoneTerms[next.type][language],
              ),
          againstOriginal({ ...compact({ next, overdue }), stage }, language),
        ]),
        figures: largest.map(({ code, next, overdue }) => [
          ...[null, null, writeFigureName('project_amount', { code }), null, null],
          next?.plan === undefined
            ? null
            : writeFigureName(overdue === undefined ? 'project_delay' : 'project_overdue', {
                code,
                milestone: next.type,
              }),
        ]),
        ...compact({
          more: omittedCount > 0 ? t.more(formatCount(omittedCount, language)) : undefined,
        }),
      }),
    },
  ];
}

/** Makes the blocks of projects: those that moved forward in the period, and the key projects. */
export const projectBlocks = (input: ReportInput, extent: ReportExtent): readonly ReportBlock[] => [
  ...passedBlocks(input, extent),
  ...keyProjectBlocks(input, extent),
];
