import { compact } from '#domain/values/compact.ts';
import { type MouseEvent, useState } from 'react';
import {
  type ChartDefinition,
  type ChartOptions,
  type PictureScale,
  type PictureSize,
  pictureScales,
  pictureSizes,
} from '#charts/kit/definition.ts';
import type { Language } from '#domain/values/language.ts';
import { callFile } from '#web/data/files/file-transport.ts';
import type { en } from '#web/figures/labels/en.ts';
import { figureLabels } from '#web/figures/labels/index.ts';
import { type Translate, useLanguage, useLabels } from '#web/i18n/text.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { MenuButton, MenuTitle } from '#web/ui/overlays/menu.tsx';
import { copyText } from '#web/ui/copy-text.ts';
import { Field } from '#web/ui/controls/field.tsx';
import { LanguageSwitch } from '#web/ui/controls/language-switch.tsx';
import { SegmentChoice } from '#web/ui/controls/segmented.tsx';
import { FileItems } from './file-items.tsx';
import { currencyChoice, useCurrencies } from './currencies.ts';
import { copyPicture, copyTable } from './copy-figure.ts';
import { FileMessage } from './file-progress.tsx';
import { chartFile } from './chart-file-address.ts';
import { overviewQuery, useFilterQuery, useMayExport } from '#web/data/overview-of-view.ts';
import { useFileAction } from './use-file-action.ts';
import * as figureMenuStyles from './figure-menu.module.css';
import * as overlaysStyles from '#web/ui/overlays/overlays.module.css';

type Format = Parameters<typeof chartFile>[1];
const text = (value: number): `${PictureScale}` => `${value}` as `${PictureScale}`;

export interface FigureMenuProps {
  readonly chart: ChartDefinition<unknown>;
  readonly title: string;
  /** The title that the chart itself writes, where a person gave the figure another. */
  readonly claim?: string;
  readonly options: ChartOptions;
  readonly example: boolean;
  /** Parameters of the figure's address that add to those of the view or replace them. */
  readonly more?: Readonly<Record<string, string | undefined>> | undefined;
}

/**
 * The look of a file: its own title, size, pixels, language and theme.
 */
interface Look {
  readonly title: string;
  readonly size: PictureSize;
  readonly scale: PictureScale;
  readonly lang: Language;
  readonly theme: 'light' | 'dark';
}

/** The props of a group of menu items that use the address of a file. */
interface GroupProps {
  readonly t: Translate<typeof en>;
  /**
   * Builds the address of the figure as a file. `more` holds the parameters that the format
   * requires besides the view.
   */
  readonly file: (format: Format, more?: { readonly csv?: 'excel' }) => string;
  /** Downloads the file of the pressed link. */
  readonly download: (event: MouseEvent<HTMLAnchorElement>) => void;
  readonly run: ReturnType<typeof useFileAction>['run'];
}

/** The figure as a picture. */
function PictureItems({ t, file, download, run, look }: GroupProps & { readonly look: Look }) {
  const width = pictureSizes[look.size][0] * look.scale;
  return (
    <>
      <MenuTitle>{t('image')}</MenuTitle>
      <FileItems
        formats={['png', 'svg', 'pdf']}
        address={(format) => file(format)}
        width={width}
        onClick={download}
      />
      <MenuButton
        icon="image"
        label={t('copy_image')}
        hint={t('copy_hint')}
        onClick={() => run('copied', (signal) => copyPicture(file('png'), signal))}
      />
    </>
  );
}

/** The figure's data, for documents and programs. */
function DataItems({ t, file, download, run }: GroupProps) {
  return (
    <>
      <MenuTitle>{t('data')}</MenuTitle>
      <FileItems
        formats={['pptx', 'xlsx', 'csv', 'json', 'datapackage.json']}
        address={(format, csv) => file(format, compact({ csv }))}
        onClick={download}
      />
      <MenuButton
        icon="table"
        label={t('copy_table')}
        hint={t('copy_hint')}
        onClick={() => run('copied', (signal) => copyTable(file('json'), signal))}
      />
    </>
  );
}

/** The address of this view and of the picture in it. */
function AddressItems({ t, file, run }: Pick<GroupProps, 't' | 'file' | 'run'>) {
  const png = file('png');
  return (
    <>
      <MenuTitle>{t('share')}</MenuTitle>
      <MenuButton
        icon="link"
        label={t('copy_link')}
        hint={t('copy_link_hint')}
        onClick={() => run('copied', () => copyText(window.location.href))}
      />
      <MenuButton
        icon="link"
        label={t('copy_address')}
        hint={t('copy_address_hint')}
        onClick={() => run('copied', () => copyText(new URL(png, window.location.href).href))}
      />
    </>
  );
}

/** The title, the choices for the picture and, where there are several, for the currency. */
function LookOptions({
  t,
  title,
  look,
  onChange,
  currencies,
}: {
  readonly title: string;
  readonly t: Translate<typeof en>;
  readonly look: Look;
  readonly onChange: (look: Look) => void;
  readonly currencies: readonly string[];
}) {
  const { view, change } = useViewState();
  const [own = ''] = currencies;
  return (
    <>
      <div className={figureMenuStyles.title}>
        <Field
          label={t('own_title')}
          placeholder={title}
          maxLength={200}
          value={look.title}
          onChange={(event) => onChange({ ...look, title: event.target.value })}
        />
      </div>
      <div className={overlaysStyles.option}>
        {t('size')}
        <SegmentChoice
          label={t('size')}
          value={look.size}
          onChange={(size) => onChange({ ...look, size })}
          segments={(Object.keys(pictureSizes) as PictureSize[]).map((value) => ({
            value,
            label: t(value),
          }))}
        />
      </div>
      <div className={overlaysStyles.option}>
        {t('scale')}
        <SegmentChoice
          label={t('scale')}
          value={text(look.scale)}
          onChange={(value) => onChange({ ...look, scale: Number(value) as PictureScale })}
          segments={pictureScales.map((value) => ({ value: text(value), label: `${value}×` }))}
        />
      </div>
      <div className={overlaysStyles.option}>
        {t('language')}
        <LanguageSwitch
          label={t('language')}
          language={look.lang}
          onChange={(lang) => onChange({ ...look, lang })}
        />
      </div>
      <div className={overlaysStyles.option}>
        {t('theme')}
        <SegmentChoice
          label={t('theme')}
          value={look.theme}
          onChange={(theme) => onChange({ ...look, theme })}
          segments={(['light', 'dark'] as const).map((value) => ({ value, label: t(value) }))}
        />
      </div>
      {currencies.length < 2 ? null : (
        <div className={overlaysStyles.option}>
          {t('currency')}
          <SegmentChoice
            label={t('currency')}
            value={view.cur ?? own}
            onChange={(value) =>
              change({ cur: value === own ? undefined : value }, { replace: true })
            }
            segments={currencies.map((value) => ({ value, label: currencyChoice(value, own) }))}
          />
        </div>
      )}
    </>
  );
}

/** Scrolls the panel around the menu into view once the menu is drawn. */
const showPanel = (menu: HTMLElement | null): void =>
  menu?.parentElement?.scrollIntoView?.({ block: 'nearest' });

/**
 * The menu that exports a figure. At its end it reports the file, or why it failed.
 */
export function FigureMenu(props: FigureMenuProps) {
  const { chart, title, claim = title, example, more = {} } = props;
  // the field holds the title: empty, the file has the chart's own
  const { title: ownTitle = '', ...options } = props.options;
  const t = useLabels(figureLabels);
  const { view } = useViewState();
  const filter = useFilterQuery();
  const mayExport = useMayExport();
  const zoneCurrencies = useCurrencies();
  // a page that compares two days has its own choice
  const comparesDays = chart.needs.includes('bridge');
  const currencies = comparesDays ? [] : zoneCurrencies;
  const { message, cancel, run } = useFileAction(t);
  const [look, setLook] = useState<Look>({
    title: ownTitle,
    size: 'wide',
    scale: 2,
    lang: useLanguage(),
    theme: view.theme === 'dark' ? 'dark' : 'light',
  });
  const { cur, ...day } = overviewQuery(view);
  const file = (format: Format, rest: { readonly csv?: 'excel' } = {}): string =>
    chartFile(chart.id, format, {
      ...day,
      ...compact({ cur: comparesDays ? undefined : cur }),
      ...filter,
      ...options,
      ...compact({ title: look.title.trim() === '' ? undefined : look.title.trim() }),
      ...more,
      lang: look.lang,
      ...pictureQuery(format, look),
      ...rest,
    });
  // the file is made first, so that a failure is reported here; then the browser downloads it under
  // its name
  const download = (event: MouseEvent<HTMLAnchorElement>): void => {
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
  const items = { t, file, download, run };
  return (
    <div className={figureMenuStyles.menu} ref={showPanel}>
      <PictureItems {...items} look={look} />
      {mayExport ? <DataItems {...items} /> : null}
      <AddressItems t={t} file={file} run={run} />
      <hr />
      <LookOptions t={t} title={claim} look={look} onChange={setLook} currencies={currencies} />
      <p className={overlaysStyles.heading}>{example ? t('example_locked') : t('always')}</p>
      <FileMessage message={message} cancel={cancel} />
    </div>
  );
}

/**
 * The parameters of a format for the look: theme for pictures and pages, size and pixels for
 * pictures.
 */
function pictureQuery(format: Format, { size, scale, theme }: Look) {
  const dark = theme === 'dark' ? { theme } : {};
  switch (format) {
    case 'png':
      return { ...dark, size, scale: text(scale) };
    case 'svg':
      return { ...dark, size };
    case 'pdf':
      return dark;
    default:
      return {};
  }
}
