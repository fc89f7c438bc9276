import { formatDate } from '#domain/values/format.ts';
import { originalDay } from '#domain/projects/milestones.ts';
import { moneyText, pageUnits } from '#domain/overview/money-units.ts';
import type { EstablishedProject, Overview } from '#domain/overview/overview.ts';
import { missingTerms } from '#domain/labels/general/missing-figure.ts';
import { milestoneTerms } from '#domain/labels/projects/field.ts';
import { measureTerms } from '#domain/labels/index.ts';
import { stageWord } from '#domain/labels/projects/stage.ts';
import { useListedWords } from '#web/features/overview/parts/use-listed-words.ts';
import { readerLabels } from '#web/features/links/labels/reader/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { writeFigureQuery } from '#domain/measures/figure-name.ts';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import { StatusChip } from '#web/ui/display/chip.tsx';
import { type Column, DataTable } from '#web/ui/display/data-table.tsx';
import { ProjectName } from '#web/ui/display/project-name.tsx';
import * as establishedTableStyles from '#web/features/overview/parts/established-table.module.css';
import * as readerStyles from '#web/features/links/reader.module.css';
import * as textStyles from '#web/ui/text.module.css';

interface EstablishedProps {
  readonly rows: readonly EstablishedProject[];
  readonly overview: Overview;
}

/** The established projects that the link names, with the columns that it shows. */
export function EstablishedNames({ rows, overview }: EstablishedProps) {
  const t = useLabels(readerLabels);
  const group = overview.strip.groups.find((one) => one.group === 'established');
  const listedWords = useListedWords()(rows, group?.count, group?.amounts.length ?? 0);
  return (
    <section className={`${textStyles.section} ${readerStyles.names}`}>
      <h3>
        {t('established_named')} <i>{rows.length}</i>{' '}
        {overview.strip.data_status === 'illustrative' ? (
          <StatusChip status="illustrative" />
        ) : null}
      </h3>
      <DataTable
        caption={t('established_named')}
        columns={useEstablishedColumns({ rows, overview })}
        rows={rows}
        rowKey={(row) => row.code}
        stacks="labelled"
      />
      {listedWords === undefined ? null : <p className={textStyles.note}>{listedWords}</p>}
    </section>
  );
}

/** A value that is not known. Cards of a phone omit it. */
const none = <span className={establishedTableStyles.dash}>—</span>;

function DayCell({ day }: { readonly day: string | undefined }) {
  const language = useLanguage();
  return day === undefined ? (
    none
  ) : (
    <span className={textStyles.number}>
      {formatDate(day, language, language === 'en' ? 'short' : 'long')}
    </span>
  );
}

/** The amount of a project, or why the link shows none. */
function MoneyCell({
  row: { code, money, missing },
  overview,
}: {
  readonly row: EstablishedProject;
  readonly overview: Overview;
}) {
  const language = useLanguage();
  if (money === undefined) return missing === undefined ? none : missingTerms[missing][language];
  return (
    <ExplainableFigure measure="project_amount" of={writeFigureQuery({ code })}>
      {moneyText(money, pageUnits(overview), language)}
    </ExplainableFigure>
  );
}

function useEstablishedColumns({
  rows,
  overview,
}: EstablishedProps): readonly Column<EstablishedProject>[] {
  const t = useLabels(readerLabels);
  const language = useLanguage();
  const { zone } = overview;
  const columnsWith = (
    field: keyof EstablishedProject,
    ...columns: readonly Column<EstablishedProject>[]
  ) => (rows.some((row) => row[field] !== undefined) ? columns : []);
  return [
    {
      id: 'project',
      label: t('col_project'),
      head: true,
      cell: (row) => <ProjectName project={row} />,
    },
    {
      id: 'stage',
      label: t('col_stage'),
      cell: ({ stage }) => (
        <span className={textStyles.noWrap}>{stageWord(zone.stage_words, stage, language)}</span>
      ),
    },
    ...columnsWith('industry', {
      id: 'industry',
      label: t('col_industry'),
      cell: ({ industry }) =>
        zone.industries.find(({ id }) => id === industry)?.short[language] ?? industry ?? none,
    }),
    ...columnsWith('money', {
      id: 'money',
      label: measureTerms.total_investment[language],
      right: true,
      cell: (row) => <MoneyCell row={row} overview={overview} />,
    }),
    ...columnsWith(
      'next',
      {
        id: 'next',
        label: t('col_next'),
        cell: ({ next }) => (next === undefined ? none : milestoneTerms[next.type][language]),
      },
      {
        id: 'base',
        label: t('col_base'),
        dim: true,
        cell: ({ next }) => <DayCell day={next === undefined ? undefined : originalDay(next)} />,
      },
      { id: 'plan', label: t('col_plan'), cell: ({ next }) => <DayCell day={next?.plan} /> },
    ),
  ];
}
