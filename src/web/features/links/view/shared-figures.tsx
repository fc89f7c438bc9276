import { compact } from '#domain/values/compact.ts';
import { type ReactNode, useState } from 'react';
import { linkEndpoints } from '#contract/links/endpoints.ts';
import type { SharedPayload } from '#contract/links/schemas.ts';
import { buildPath } from '#contract/core/path.ts';
import type { AddressOptions } from '#charts/kit/definition.ts';
import { chooseRange } from '#charts/progress/series.ts';
import { type ChartId, findChart } from '#charts/registry.ts';
import { targetYear } from '#charts/targets/data/series.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { figureLabels } from '#web/figures/labels/index.ts';
import { readerLabels } from '#web/features/links/labels/reader/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { FileItems } from '#web/figures/file-items.tsx';
import { FigureCard } from '#web/figures/figure-card.tsx';
import { IconButton } from '#web/ui/controls/button.tsx';
import { Popover } from '#web/ui/overlays/popover.tsx';
import { SegmentChoice } from '#web/ui/controls/segmented.tsx';

interface FiguresProps {
  readonly payload: SharedPayload;
  readonly overview: Overview;
}
/** Returns the address of a file of a shared view. */
const fileAddress = (
  link: string,
  file: string,
  query: Readonly<Record<string, string | undefined>>,
): string =>
  buildPath(
    { ...linkEndpoints.sharedChart, path: `/api/v1/shared/${link}/charts/${file}` },
    {},
    query,
  );

const pictureFormats = ['png', 'svg', 'pdf'] as const;
const dataFormats = [...pictureFormats, 'csv', 'xlsx', 'pptx'] as const;

/** Downloads of a figure. Renders nothing when the link allows none, or in a preview. */
export function FigureDownloads({
  id,
  title,
  payload,
  options = {},
}: Pick<FiguresProps, 'payload'> & {
  readonly id: string;
  readonly title: string;
  /** The reader's choices for the figure; the link fixes the rest. */
  readonly options?: AddressOptions;
}) {
  const f = useLabels(figureLabels);
  const language = useLanguage();
  const { link } = payload;
  if (link.exports === 'none' || link.id === '') return null;
  const label = f('figure_export', { title });
  const query = { ...options, lang: language };
  return (
    <Popover
      label={label}
      trigger={(button) => <IconButton {...button} icon="download" label={label} />}
    >
      {(close) => (
        <FileItems
          formats={link.exports === 'data' ? dataFormats : pictureFormats}
          address={(format, csv) =>
            fileAddress(link.id, `${id}.${format}`, {
              ...query,
              csv,
              size: format === 'png' || format === 'svg' ? 'wide' : undefined,
            })
          }
          onClick={close}
        />
      )}
    </Popover>
  );
}

/** One figure of a shared view. */
export function SharedFigure({
  id,
  payload,
  overview,
  options = {},
  choice,
}: FiguresProps & {
  readonly id: ChartId;
  readonly options?: AddressOptions;
  readonly choice?: ReactNode;
}) {
  const [table, setTable] = useState(false);
  const language = useLanguage();
  const { title } = findChart(id).words(overview, { language, options });
  return (
    <FigureCard
      chart={findChart(id)}
      overview={overview}
      options={options}
      table={table}
      onTable={setTable}
      tools={<FigureDownloads id={id} title={title} payload={payload} options={options} />}
      choice={choice}
    />
  );
}

/** A figure of one measure, with the choice of its range. */
export function MeasureFigure({
  id,
  payload,
  overview,
  measure,
}: FiguresProps & { readonly id: ChartId; readonly measure: string }) {
  const t = useLabels(readerLabels);
  const [range, setRange] = useState(payload.view.range);
  const row = overview.targets.find((other) => targetKey(other) === measure);
  const options: AddressOptions = { measure, ...compact({ range }) };
  const choice = (
    <SegmentChoice
      label={t('range')}
      value={chooseRange(row, options)}
      onChange={setRange}
      segments={[
        { value: 'to_date', label: t('to_date') },
        {
          value: 'to_target',
          label: t('to_target', { year: row?.deadline.slice(0, 4) ?? targetYear(overview) }),
        },
      ]}
    />
  );
  return (
    <SharedFigure id={id} payload={payload} overview={overview} options={options} choice={choice} />
  );
}
