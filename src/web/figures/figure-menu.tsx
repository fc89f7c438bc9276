import { compact } from '#domain/values/compact.ts';
import { type MouseEvent, useState } from 'react';
import {
  type ChartOptions,
  type PictureScale,
  type PictureSize,
  pictureScales,
  pictureSizes,
} from '#charts/kit/definition.ts';
import { type ChartId, comparesDays } from '#charts/registry.ts';
import type { Language } from '#domain/values/language.ts';
import { callFile } from '#web/data/transport.ts';
import { figureText } from '#web/figures/labels/index.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { MenuButton, MenuDownload, MenuTitle } from '#web/ui/overlays/menu.tsx';
import { LanguageSwitch } from '#web/ui/controls/language-switch.tsx';
import { Segmented } from '#web/ui/controls/segmented.tsx';
import { CsvItems } from './csv-menu-items.tsx';
import { currencyChoice, useCurrencies } from './currencies.ts';
import { copyPicture, copyTable } from './copy-figure.ts';
import { FileSaid } from './file-progress.tsx';
import { chartFile } from './chart-file-address.ts';
import { overviewQuery, useMayExport } from '#web/data/overview-of-view.ts';
import { useFigureState } from './use-file-action.ts';
import * as figureMenuStyles from './figure-menu.module.css';
import * as overlaysStyles from '#web/ui/overlays/overlays.module.css';

type Format = Parameters<typeof chartFile>[1];
const text = (value: number): `${PictureScale}` => `${value}` as `${PictureScale}`;

export interface FigureMenuProps {
  readonly id: ChartId;
  readonly title: string;
  readonly options: ChartOptions;
  readonly example: boolean;
  /** What this figure's address says beside the view of the page, or in its place. */
  readonly more?: Readonly<Record<string, string | undefined>>;
}

/** Each form of a figure, its size, language and theme; what was made or went wrong is said at the end. */
export function FigureMenu({ id, options, example, more = {} }: FigureMenuProps) {
  const t = useText(figureText);
  const language = useLanguage();
  const { view, change } = useViewState();
  const mayExport = useMayExport();
  const [size, setSize] = useState<PictureSize>('wide');
  const [scale, setScale] = useState<PictureScale>(2);
  const [lang, setLang] = useState<Language>(language);
  const [theme, setTheme] = useState<'light' | 'dark'>(view.theme === 'dark' ? 'dark' : 'light');
  const known = useCurrencies();
  // a page that compares two days has its own choice
  const currencies = comparesDays(id) ? [] : known;
  const [own = ''] = currencies;
  const { said, cancel, run } = useFigureState(t);
  const query = {
    ...overviewQuery(view),
    ...(comparesDays(id) ? { cur: undefined } : {}),
    ...options,
    ...more,
    lang,
  };
  const look = { ...query, ...compact({ theme: theme === 'dark' ? theme : undefined }) };
  const file = (
    format: Format,
    given: typeof query & { size?: string; scale?: string; csv?: string; theme?: string } = query,
  ): string => chartFile(id, format, given);
  const png = file('png', { ...look, size, scale: text(scale) });
  // the file is made first, so that a failure is told here and no broken file is kept; then the browser fetches it under its name
  const take = (event: MouseEvent<HTMLAnchorElement>): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    const { href } = event.currentTarget;
    event.preventDefault();
    run('made', async (signal) => {
      await callFile(href, signal);
      const link = document.createElement('a');
      link.href = href;
      link.download = '';
      link.click();
    });
  };
  const [width, height] = pictureSizes[size].map((px) => px * scale) as [number, number];
  return (
    <div className={figureMenuStyles.menu}>
      <MenuTitle>{t('image')}</MenuTitle>
      <MenuDownload
        icon="image"
        label={t('png')}
        hint={t('pixels', { width, height })}
        href={png}
        onClick={take}
      />
      <MenuDownload
        icon="vector"
        label={t('svg')}
        hint={t('svg_hint')}
        href={file('svg', { ...look, size })}
        onClick={take}
      />
      <MenuDownload
        icon="document"
        label={t('pdf')}
        hint={t('pdf_hint')}
        href={file('pdf', look)}
        onClick={take}
      />
      <MenuButton
        icon="image"
        label={t('copy_image')}
        hint={t('copy_hint')}
        onClick={() => run('copied', (signal) => copyPicture(png, signal))}
      />
      {mayExport ? (
        <>
          <MenuTitle>{t('data')}</MenuTitle>
          <MenuDownload
            icon="chart"
            label={t('pptx')}
            hint={t('pptx_hint')}
            href={file('pptx')}
            onClick={take}
          />
          <MenuDownload
            icon="table"
            label={t('xlsx')}
            hint={t('xlsx_hint')}
            href={file('xlsx')}
            onClick={take}
          />
          <CsvItems
            address={(csv) => file('csv', { ...query, ...compact({ csv }) })}
            onClick={take}
          />
          <MenuDownload
            icon="table"
            label={t('json')}
            hint={t('json_hint')}
            href={file('json')}
            onClick={take}
          />
          <MenuButton
            icon="table"
            label={t('copy_table')}
            hint={t('copy_hint')}
            onClick={() => run('copied', (signal) => copyTable(file('json'), signal))}
          />
        </>
      ) : null}
      <MenuTitle>{t('share')}</MenuTitle>
      <MenuButton
        icon="link"
        label={t('copy_link')}
        hint={t('copy_link_hint')}
        onClick={() => run('copied', () => navigator.clipboard.writeText(window.location.href))}
      />
      <MenuButton
        icon="link"
        label={t('copy_address')}
        hint={t('copy_address_hint')}
        onClick={() =>
          run('copied', () =>
            navigator.clipboard.writeText(new URL(png, window.location.href).href),
          )
        }
      />
      <hr />
      <div className={overlaysStyles.option}>
        {t('size')}
        <Segmented
          label={t('size')}
          value={size}
          onChange={setSize}
          segments={(Object.keys(pictureSizes) as PictureSize[]).map((value) => ({
            value,
            label: t(value),
          }))}
        />
      </div>
      <div className={overlaysStyles.option}>
        {t('scale')}
        <Segmented
          label={t('scale')}
          value={text(scale)}
          onChange={(value) => setScale(Number(value) as PictureScale)}
          segments={pictureScales.map((value) => ({ value: text(value), label: `${value}×` }))}
        />
      </div>
      <div className={overlaysStyles.option}>
        {t('language')}
        <LanguageSwitch label={t('language')} language={lang} onChange={setLang} />
      </div>
      <div className={overlaysStyles.option}>
        {t('theme')}
        <Segmented
          label={t('theme')}
          value={theme}
          onChange={setTheme}
          segments={(['light', 'dark'] as const).map((value) => ({ value, label: t(value) }))}
        />
      </div>
      {currencies.length < 2 ? null : (
        <div className={overlaysStyles.option}>
          {t('currency')}
          <Segmented
            label={t('currency')}
            value={view.cur ?? own}
            onChange={(value) =>
              change({ cur: value === own ? undefined : value }, { replace: true })
            }
            segments={currencies.map((value) => ({ value, label: currencyChoice(value, own) }))}
          />
        </div>
      )}
      <p className={overlaysStyles.heading}>{example ? t('example_locked') : t('always')}</p>
      <FileSaid said={said} cancel={cancel} />
    </div>
  );
}
