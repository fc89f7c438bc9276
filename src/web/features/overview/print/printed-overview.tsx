import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { stageWord } from '#domain/labels/projects/stage.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { formatDate } from '#domain/values/format.ts';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import { Facts, Headline } from '#web/features/overview/parts/headline.tsx';
import { PhaseStrip } from '#web/features/overview/parts/phase-timeline.tsx';
import { LedgerNotes } from '#web/features/overview/targets-table/targets-notes.tsx';
import { Ledger } from '#web/features/overview/targets-table/targets-table.tsx';
import { frameLabels } from '#web/i18n/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { useFitting } from './fit-sheet.ts';
import { PrintedPipeline, PrintedProgress } from './printed-charts.tsx';
import { PrintedActions, PrintedChanges } from './printed-lists.tsx';
import { PrintedProjects } from './printed-projects.tsx';
import * as printedOverviewStyles from './printed-overview.module.css';

interface SheetProps {
  readonly overview: Overview;
  readonly number: number;
  readonly of: number;
  readonly sheet: (element: HTMLElement | null) => void;
  readonly children: ReactNode;
}

/** A page with the zone and the day above, and the mark of examples and its number below. */
function Sheet({ overview, number, of, sheet, children }: SheetProps) {
  const t = useLabels(frameLabels);
  const language = useLanguage();
  const fictional = overview.origin === 'example_zone';
  return (
    <section className={printedOverviewStyles.sheet} ref={sheet}>
      <header>
        <b>{overview.zone.name[language]}</b>
        <span>{formatDate(overview.as_of, language)}</span>
      </header>
      {children}
      <footer>
        {overview.illustrative ? (
          <span>
            <b>{t(fictional ? 'example_zone_title' : 'example_title')}</b>
            {t(fictional ? 'example_zone_text' : 'example_text')}
          </span>
        ) : (
          <span />
        )}
        <span>
          {number} / {of}
        </span>
      </footer>
    </section>
  );
}

const [mostTargets, leastTargets] = [12, 3];

function Lead({ overview }: { readonly overview: Overview }) {
  return (
    <div className={printedOverviewStyles.lead}>
      <Headline overview={overview} />
      <PhaseStrip overview={overview} />
      <Facts overview={overview} />
    </div>
  );
}

/** Headline, phase, facts, targets and one chart. */
function FirstSheet({
  overview,
  measure,
  of,
}: {
  readonly overview: Overview;
  readonly measure: string;
  readonly of: number;
}) {
  const t = useLabels(detailLabels);
  const all = overview.targets;
  const steps = 2 + Math.max(0, Math.min(all.length, mostTargets) - leastTargets);
  const { taken, sheet } = useFitting(steps);
  // the notes go first, then the chart, then the targets that are least behind
  const most = Math.min(all.length, mostTargets) - Math.max(0, taken - 2);
  const kept = all.toSorted((a, b) => (a.attainment ?? 1) - (b.attainment ?? 1)).slice(0, most);
  const targets = all.filter((row) => kept.includes(row));
  return (
    <Sheet overview={overview} number={1} of={of} sheet={sheet}>
      <Lead overview={overview} />
      {all.length === 0 ? null : (
        <div className={printedOverviewStyles.ledger}>
          <Ledger overview={{ ...overview, targets }} />
          {targets.length < all.length ? (
            <p>{t('and_more', { count: all.length - targets.length })}</p>
          ) : null}
          {taken === 1 ? null : <LedgerNotes overview={overview} />}
        </div>
      )}
      {taken > 1 || all.length === 0 ? null : (
        <PrintedProgress overview={overview} measure={measure} />
      )}
    </Sheet>
  );
}

/** What counts as established and as pipeline, how a verdict is found, and what a forecast is. */
function PrintedDefinitions({ overview }: { readonly overview: Overview }) {
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

const [mostProjects, leastProjects, mostRows] = [10, 3, 5];

/** The pipeline, what needs action beside what changed, established projects, definitions. */
function SecondSheet({ overview }: { readonly overview: Overview }) {
  const isAlone = overview.targets.length === 0;
  const { taken, sheet } = useFitting(mostProjects - leastProjects + 2);
  const projects = Math.max(leastProjects, mostProjects - taken);
  const rows = mostRows - Math.max(0, taken - (mostProjects - leastProjects));
  return (
    <Sheet overview={overview} number={isAlone ? 1 : 2} of={isAlone ? 1 : 2} sheet={sheet}>
      {isAlone ? <Lead overview={overview} /> : null}
      <PrintedPipeline overview={overview} />
      <div className={printedOverviewStyles.beside}>
        <PrintedActions overview={overview} most={rows} />
        <PrintedChanges overview={overview} most={rows} />
      </div>
      <PrintedProjects overview={overview} most={projects} />
      <PrintedDefinitions overview={overview} />
    </Sheet>
  );
}

/**
 * The place of the sheets, before the page: hatches are found by id, and those of what is not shown
 * draw nothing. It is there before the sheets measure themselves.
 */
function usePaper(): HTMLElement {
  const [paper] = useState(() => {
    const element = document.createElement('div');
    element.className = printedOverviewStyles.sheets;
    element.dataset['theme'] = 'light';
    document.body.prepend(element);
    return element;
  });
  useEffect(() => () => paper.remove(), [paper]);
  return paper;
}

/**
 * The overview on at most two pages of A4. It is in the page while it is printed, beside the view
 * on screen, which then is not shown.
 */
export function PrintedOverview({
  overview,
  measure,
}: {
  readonly overview: Overview;
  readonly measure: string;
}) {
  const hasProjects = (overview.projects_total ?? 0) > 0 && overview.strip.groups.length > 0;
  const paper = usePaper();
  return createPortal(
    <>
      {hasProjects && overview.targets.length === 0 ? null : (
        <FirstSheet overview={overview} measure={measure} of={hasProjects ? 2 : 1} />
      )}
      {hasProjects ? <SecondSheet overview={overview} /> : null}
    </>,
    paper,
  );
}
