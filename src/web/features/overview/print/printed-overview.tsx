import type { ReactNode } from 'react';
import { stageWord } from '#domain/labels/projects/stage.ts';
import { compact } from '#domain/values/compact.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import { Facts, LaterFacts } from '#web/features/overview/parts/facts.tsx';
import { Headline } from '#web/features/overview/parts/headline.tsx';
import { PhaseStrip } from '#web/features/overview/parts/phase-timeline.tsx';
import { TargetsNotes } from '#web/features/overview/targets-table/targets-notes.tsx';
import { TargetsTable } from '#web/features/overview/targets-table/targets-table.tsx';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { RegisterNotes } from '#web/features/overview/parts/register-notes.tsx';
import { useFitting } from './fit-sheet.ts';
import { Paper, Sheet } from './paper.tsx';
import { PrintedPipeline, PrintedProgress } from './printed-charts.tsx';
import { PrintedActions, PrintedChanges } from './printed-lists.tsx';
import { PrintedProjects } from './printed-projects.tsx';
import * as printedOverviewStyles from './printed-overview.module.css';

const [mostTargets, leastTargets] = [12, 3];

/** The additions and omissions of a link on the printed overview. */
interface LinkParts {
  /** Title, days and limits of the link. */
  readonly head: ReactNode;
  readonly hasHeadline: boolean;
  readonly hasPhases: boolean;
  /** The number of changes, where they are not listed. */
  readonly changes: string | undefined;
}
interface PrintedProps {
  readonly overview: Overview;
  readonly measure: string;
  readonly link?: LinkParts;
}

function Lead({ overview, link }: Omit<PrintedProps, 'measure'>) {
  return (
    <div className={printedOverviewStyles.lead}>
      {link?.head}
      {link?.hasHeadline === false ? null : <Headline overview={overview} />}
      {link?.hasPhases === false ? null : <PhaseStrip overview={overview} />}
      {link?.hasHeadline === false ? (
        <RegisterNotes overview={overview} />
      ) : (
        <Facts overview={overview} />
      )}
      <LaterFacts overview={overview} />
    </div>
  );
}

/** Picks the targets that are furthest behind, in their usual order. */
function pickTargets(all: Overview['targets'], most: number): Overview['targets'] {
  const picked = all.toSorted((a, b) => (a.attainment ?? 1) - (b.attainment ?? 1)).slice(0, most);
  return all.filter((row) => picked.includes(row));
}

/**
 * What fits on the first sheet: the notes are removed first, then the chart, then the targets that
 * are least behind.
 */
function useFirstSheet({ targets: all }: Overview) {
  const start = Math.min(all.length, mostTargets);
  const { cuts, sheet } = useFitting(2 + Math.max(0, start - leastTargets));
  return { cuts, sheet, targets: pickTargets(all, start - Math.max(0, cuts - 2)) };
}

/** Headline, phase, facts, targets and one chart. */
function FirstSheet({
  overview,
  measure,
  link,
  of,
  fit: { cuts, sheet, targets },
}: PrintedProps & { readonly of: number; readonly fit: ReturnType<typeof useFirstSheet> }) {
  const hasTargets = overview.targets.length > 0;
  return (
    <Sheet overview={overview} number={1} of={of} sheet={sheet}>
      <Lead overview={overview} {...compact({ link })} />
      {hasTargets ? (
        <div className={printedOverviewStyles.targetsTable}>
          <TargetsTable overview={{ ...overview, targets }} />
          {cuts === 1 ? null : <TargetsNotes overview={overview} />}
        </div>
      ) : null}
      {cuts > 1 || !hasTargets ? null : <PrintedProgress overview={overview} measure={measure} />}
    </Sheet>
  );
}

/** The targets that have no room on the first sheet, and how many more there are. */
function OtherTargets({
  overview,
  targets,
  most,
}: Pick<PrintedProps, 'overview'> & {
  readonly targets: Overview['targets'];
  readonly most: number;
}) {
  const t = useLabels(detailLabels);
  if (targets.length === 0) return null;
  const rows = pickTargets(targets, most);
  return (
    <div className={printedOverviewStyles.targetsTable}>
      {rows.length === 0 ? null : <TargetsTable overview={{ ...overview, targets: rows }} />}
      {rows.length === targets.length ? null : (
        <p>
          {t(rows.length === 0 ? 'more_targets' : 'and_more', {
            count: targets.length - rows.length,
          })}
        </p>
      )}
    </div>
  );
}

/** The definitions of established and pipeline, of a verdict, and of a forecast. */
export function PrintedDefinitions({ overview }: { readonly overview: Overview }) {
  const t = useLabels(detailLabels);
  const language = useLanguage();
  const { stage_mapping: mapping, thresholds } = overview;
  const stages = (ids: readonly string[]) =>
    ids.map((id) => stageWord(overview.zone.stage_words, id, language)).join(t('list'));
  const lines: readonly (readonly [string, string])[] = [
    ['', t('counted_established', { stages: stages(mapping.established) })],
    ['', t('counted_pipeline', { stages: stages(mapping.pipeline) })],
    ...(overview.targets.length === 0
      ? []
      : ([
          [
            t('how_rule'),
            t('how_rule_is', {
              ahead: thresholds.ahead,
              on: thresholds.on,
              slightly: thresholds.slightly,
            }),
          ],
          [t('def_forecast'), t('def_forecast_is')],
        ] as const)),
  ];
  return (
    <section className={`${printedOverviewStyles.part} ${printedOverviewStyles.definitions}`}>
      <h3>{t('definitions')}</h3>
      {lines.map(([name, words]) => (
        <p key={words}>
          {name === '' ? null : (
            <b>
              {name}
              {t('colon')}
            </b>
          )}
          {words}
        </p>
      ))}
    </section>
  );
}

const [mostProjects, leastProjects] = [10, 3];
const [mostRows, leastRows] = [5, 3];
/** The most targets of the second sheet. */
const mostOthers = 9;
const smallest = { projects: 1, rows: 1, hasDefinitions: false };
/** The smallest sheets, for names of several lines. */
const smallSheets = [
  { projects: leastProjects, rows: 2, hasDefinitions: false },
  { projects: leastProjects, rows: 1, hasDefinitions: false },
  { projects: 2, rows: 1, hasDefinitions: false },
  smallest,
];
/** The second sheet beside its targets, largest first. The first that fits is printed. */
const secondSheets = [true, false].flatMap((hasDefinitions) => [
  ...Array.from({ length: mostProjects - leastProjects + 1 }, (_, cut) => ({
    projects: mostProjects - cut,
    rows: mostRows,
    hasDefinitions,
  })),
  ...Array.from({ length: mostRows - leastRows }, (_, cut) => ({
    projects: leastProjects,
    rows: mostRows - 1 - cut,
    hasDefinitions,
  })),
  ...(hasDefinitions ? [] : smallSheets),
]);

/**
 * The targets without room on the first sheet, the pipeline, the required actions beside the
 * changes, established projects, definitions. Targets are removed last.
 */
function SecondSheet({
  overview,
  link,
  others,
}: Omit<PrintedProps, 'measure'> & { readonly others: Overview['targets'] }) {
  const isAlone = overview.targets.length === 0;
  const start = Math.min(others.length, mostOthers);
  const { cuts, sheet } = useFitting(secondSheets.length - 1 + start);
  const { projects, rows, hasDefinitions } = secondSheets[cuts] ?? smallest;
  const most = start - Math.max(0, cuts - secondSheets.length + 1);
  return (
    <Sheet overview={overview} number={isAlone ? 1 : 2} of={isAlone ? 1 : 2} sheet={sheet}>
      {isAlone ? <Lead overview={overview} {...compact({ link })} /> : null}
      <OtherTargets overview={overview} targets={others} most={most} />
      <PrintedPipeline overview={overview} />
      <div className={printedOverviewStyles.beside}>
        <PrintedActions overview={overview} most={rows} />
        <PrintedChanges overview={overview} most={rows} {...compact({ total: link?.changes })} />
      </div>
      <PrintedProjects overview={overview} most={projects} />
      {hasDefinitions ? <PrintedDefinitions overview={overview} /> : null}
    </Sheet>
  );
}

/**
 * The overview on at most two pages of A4. It is in the page while it is printed, and the view on
 * screen is hidden then.
 */
export function PrintedOverview(props: PrintedProps) {
  const { overview, link } = props;
  const { projects_total, strip, changes, established, targets } = overview;
  // a link does not reveal how many projects there are
  const hasProjects =
    link === undefined
      ? (projects_total ?? 0) > 0
      : strip.groups.length > 0 || changes !== undefined || established.length > 0;
  const fit = useFirstSheet(overview);
  const others = targets.filter((row) => !fit.targets.includes(row));
  const hasSecond = hasProjects || others.length > 0;
  return (
    <Paper>
      {hasProjects && targets.length === 0 ? null : (
        <FirstSheet {...props} of={hasSecond ? 2 : 1} fit={fit} />
      )}
      {hasSecond ? (
        <SecondSheet overview={overview} others={others} {...compact({ link })} />
      ) : null}
    </Paper>
  );
}
