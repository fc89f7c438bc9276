import type { ChartOptions } from '#charts/definition.ts';
import type { ChartId } from '#charts/registry.ts';
import { detailText } from '#web/i18n/detail/text.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { chartFile } from './files.ts';
import { overviewQuery, useMayExport } from './overview-state.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { IconButton } from '#web/ui/button.tsx';
import { MenuDownload, MenuTitle } from '#web/ui/menu.tsx';
import { Popover } from '#web/ui/popover.tsx';

/** The ways in which one figure leaves the page. */
export function FigureExport({
  id,
  title,
  options,
  example,
  more = {},
}: {
  readonly id: ChartId;
  readonly title: string;
  readonly options: ChartOptions;
  readonly example: boolean;
  /** What this figure's address says beside the view of the page, or in its place. */
  readonly more?: Readonly<Record<string, string | undefined>>;
}) {
  const t = useText(detailText);
  const language = useLanguage();
  const { view } = useViewState();
  const mayExport = useMayExport();
  const query = { ...overviewQuery(view), ...options, ...more, lang: language };
  const theme = view.theme === 'dark' ? { theme: 'dark' } : {};
  const label = t('figure_export', { title });
  return (
    <Popover label={label} trigger={(button) => <IconButton {...button} icon="download" label={label} />}>
      {(close) => (
        <>
          <MenuTitle>{t('image')}</MenuTitle>
          <MenuDownload
            icon="image"
            label={t('png')}
            hint={t('png_hint')}
            href={chartFile(id, 'png', { ...query, ...theme, size: 'wide' })}
            onClick={close}
          />
          <MenuDownload
            icon="image"
            label={t('png_tall')}
            hint={t('png_tall_hint')}
            href={chartFile(id, 'png', { ...query, ...theme, size: 'tall' })}
            onClick={close}
          />
          <MenuDownload
            icon="vector"
            label={t('svg')}
            hint={t('svg_hint')}
            href={chartFile(id, 'svg', { ...query, ...theme, size: 'wide' })}
            onClick={close}
          />
          {mayExport ? (
            <>
              <MenuTitle>{t('data')}</MenuTitle>
              <MenuDownload icon="table" label={t('csv')} hint={t('csv_hint')} href={chartFile(id, 'csv', query)} onClick={close} />
              <MenuDownload icon="table" label={t('xlsx')} hint={t('xlsx_hint')} href={chartFile(id, 'xlsx', query)} onClick={close} />
            </>
          ) : null}
          {example ? (
            <>
              <hr />
              <p className="mh">{t('example_locked')}</p>
            </>
          ) : null}
        </>
      )}
    </Popover>
  );
}
