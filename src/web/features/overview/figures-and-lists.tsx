import type { NamedProject } from '#domain/projects/project.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { compact } from '#domain/values/compact.ts';
import { lazy, memo, type ReactNode, Suspense, useCallback, useRef } from 'react';
import { Link } from '#web/ui/controls/link.tsx';
import { chooseRange } from '#charts/progress/series.ts';
import { charts } from '#charts/registry.ts';
import { targetYear } from '#charts/targets/data/series.ts';
import type { ChartOptions } from '#charts/kit/definition.ts';
import { pageUnits } from '#domain/overview/money-units.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { projectName } from '#domain/labels/index.ts';
import { detailLabels } from '#web/features/overview/labels/details/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { useMayEdit } from '#web/data/overview-of-view.ts';
import { useViewState, type ViewAccess } from '#web/url/use-view-state.ts';
import type { ViewState } from '#web/url/view-state.ts';
import { projectNameLanguage } from '#domain/labels/projects/name-language.ts';
import { LongName } from '#web/ui/display/long-name.tsx';
import { Checkbox } from '#web/ui/controls/field.tsx';
import { SegmentChoice } from '#web/ui/controls/segmented.tsx';
import { Definitions } from './parts/definitions.tsx';
import { NeedsAction } from './parts/needs-action.tsx';
import { SinceThen } from './parts/recent-changes.tsx';
import { EstablishedTable } from './parts/established-table.tsx';
import { DeclaredMark, DeclaredStatuses } from '#web/features/work/declared-mark.tsx';
import { PageFigure } from '#web/figures/page-figure.tsx';
import { PrintSheets } from './print/print-sheets.tsx';
import { Part } from '#web/loading/page-part.tsx';
import * as controlsStyles from '#web/ui/controls/controls.module.css';
import * as overviewStyles from './overview.module.css';
import * as textStyles from '#web/ui/text.module.css';

const PinnedCharts = lazy(async () => ({
  default: (await import('#web/features/charts/pinned/pinned-charts.tsx')).PinnedCharts,
}));

interface ProgressProps {
  readonly overview: Overview;
  readonly measure: string;
}

/** The measure chosen in the targets table, up to now or to its deadline. */
function Progress(props: ProgressProps) {
  const { view, change, hrefTo } = useViewState();
  return (
    <ProgressOfRange
      {...props}
      range={view.range}
      marks={view.marks}
      change={change}
      record={hrefTo('/forecasts')}
    />
  );
}

interface ProgressOfRangeProps extends ProgressProps {
  readonly range: ViewState['range'];
  readonly marks: ViewState['marks'];
  readonly change: ViewAccess['change'];
  /** The address of the past forecasts. */
  readonly record: string;
}

/** The same figure, drawn again where its own part of the address changes. */
const ProgressOfRange = memo(function ProgressOfRange(props: ProgressOfRangeProps) {
  const { overview, measure, range, marks, change, record } = props;
  const t = useLabels(detailLabels);
  const row = overview.targets.find((other) => targetKey(other) === measure);
  const options: ChartOptions = { measure, ...compact({ range, marks }) };
  const choice = (
    <>
      <SegmentChoice
        label={t('range')}
        value={chooseRange(row, options)}
        onChange={(value) => change({ range: value })}
        segments={[
          { value: 'to_date', label: t('to_date') },
          {
            value: 'to_target',
            label: t('to_target', { year: row?.deadline.slice(0, 4) ?? targetYear(overview) }),
          },
        ]}
      />
      {row?.marks === undefined ? null : (
        <Checkbox
          label={t('marks')}
          checked={marks !== 'off'}
          onChange={({ target }) => change({ marks: target.checked ? undefined : 'off' })}
        />
      )}
    </>
  );
  const isDrawn = row?.forecast.kind === 'range' && chooseRange(row, options) === 'to_target';
  const hint = isDrawn ? { hint: <Link to={record}>{t('record')}</Link> } : {};
  return (
    <PageFigure
      chart={charts.progress}
      overview={overview}
      options={options}
      choice={choice}
      {...hint}
    />
  );
});

/**
 * Replaces the measure where a zone has no targets, for example after the first import of its
 * register.
 */
function NoTargets() {
  const t = useLabels(detailLabels);
  const mayEdit = useMayEdit();
  const { hrefTo } = useViewState();
  return (
    <section className={textStyles.section}>
      <h3>{t('no_targets')}</h3>
      <p className={textStyles.quiet}>{t('no_targets_lead')}</p>
      {mayEdit ? (
        <Link
          className={controlsStyles.button}
          to={hrefTo('/settings/targets', { period: 'final' })}
        >
          {t('set_targets')}
        </Link>
      ) : null}
    </section>
  );
}

/** The two figures: the measure chosen in the targets table, and every project as a mark. */
function Figures({ overview, measure }: ProgressProps) {
  const { open } = useViewState();
  const openProject = useCallback((code: string) => open('/projects', { sel: code }), [open]);
  return (
    <div className={overviewStyles.figures}>
      <Part>
        {overview.targets.length === 0 ? (
          <NoTargets />
        ) : (
          <Progress overview={overview} measure={measure} />
        )}
      </Part>
      <Part>
        <PageFigure chart={charts.pipeline} overview={overview} onOpen={openProject} />
      </Part>
    </div>
  );
}

type LinkName = (code: string, words: string, lang?: string) => ReactNode;
/**
 * Links the name of a project to its entry in the list. The function stays the same while the
 * address of the list does, so that the rows of a table are not drawn again.
 */
function useLinkName(hrefTo: ViewAccess['hrefTo']): LinkName {
  const list = hrefTo('/projects');
  const last = useRef({ list, hrefTo });
  if (last.current.list !== list) last.current = { list, hrefTo };
  const { hrefTo: hrefOf } = last.current;
  return useCallback<LinkName>(
    (code, words, lang) => (
      <Link className={textStyles.plainLink} to={hrefOf('/projects', { sel: code })}>
        <LongName name={words} lang={lang} />
      </Link>
    ),
    [hrefOf],
  );
}

const declaredMark = (code: string): ReactNode => <DeclaredMark code={code} />;

/** A table of many rows, drawn again when its data change. */
const LongTable = memo(EstablishedTable);

/**
 * Everything below the targets table. Its code loads after the page can be used. Until then the
 * reader sees the server's pictures and words, which hydrate when it arrives.
 */
export const Below = memo(function Below({ overview, measure }: ProgressProps) {
  const t = useLabels(detailLabels);
  const language = useLanguage();
  const { hrefTo } = useViewState();
  const link = useLinkName(hrefTo);
  const linkProject = useCallback(
    (project: NamedProject): ReactNode =>
      link(project.code, projectName(project, language), projectNameLanguage(project, language)),
    [link, language],
  );
  return (
    <>
      <PrintSheets overview={overview} measure={measure} />
      <Figures overview={overview} measure={measure} />
      {overview.actions === undefined ? null : (
        <DeclaredStatuses>
          <div className={overviewStyles.lists}>
            <Part>
              <NeedsAction
                list={overview.actions}
                {...compact({ undisclosed: overview.undisclosed })}
                example={overview.strip.data_status === 'illustrative'}
                units={pageUnits(overview)}
                link={link}
                declared={declaredMark}
                due={hrefTo('/charts', { chart: 'timeline', by: 'all' })}
              />
            </Part>
            <Part>
              <SinceThen
                overview={overview}
                link={linkProject}
                more={
                  <Link className={controlsStyles.link} to={hrefTo('/changes')}>
                    {t('see_changes')}
                  </Link>
                }
              />
            </Part>
          </div>
          <Part>
            <LongTable
              overview={overview}
              link={linkProject}
              declared={declaredMark}
              all={hrefTo('/projects', {
                stage: overview.stage_mapping.established,
                status: ['active'],
              })}
            />
          </Part>
        </DeclaredStatuses>
      )}
      <Part>
        <Suspense fallback={null}>
          <PinnedCharts overview={overview} />
        </Suspense>
      </Part>
      <Part>
        <Definitions overview={overview} />
      </Part>
    </>
  );
});
