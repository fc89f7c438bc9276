import type { MouseEvent } from 'react';
import { pictureSizes } from '#charts/kit/definition.ts';
import type { en } from '#web/figures/labels/en.ts';
import { figureLabels } from '#web/figures/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import type { IconName } from '#web/ui/display/icon.tsx';
import { MenuDownload } from '#web/ui/overlays/menu.tsx';

type FileItem = readonly [icon: IconName, label: keyof typeof en, hint: keyof typeof en];
/** The menu items of each format. Of a CSV, the safe one for spreadsheets comes first. */
const itemOf = {
  svg: ['vector', 'svg', 'svg_hint'],
  pdf: ['document', 'pdf', 'pdf_hint'],
  pptx: ['chart', 'pptx', 'pptx_hint'],
  xlsx: ['table', 'xlsx', 'xlsx_hint'],
  json: ['table', 'json', 'json_hint'],
} as const satisfies Readonly<Record<string, FileItem>>;

/** A format of files that a menu offers. */
export type FileFormat = keyof typeof itemOf | 'png' | 'csv' | 'datapackage.json';

interface FileItemsProps<F extends FileFormat> {
  readonly formats: readonly F[];
  /**
   * The address of a file. Of a CSV, `excel` names the safe variant for spreadsheets; without it,
   * the file is exact.
   */
  readonly address: (format: F, csv?: 'excel') => string;
  /** The width of a PNG in px. The default is that of a wide picture. */
  readonly width?: number;
  readonly onClick: (event: MouseEvent<HTMLAnchorElement>) => void;
}

/** Menu items that download a figure or a list in several formats. */
export function FileItems<F extends FileFormat>({
  formats,
  address,
  width = pictureSizes.wide[0],
  onClick,
}: FileItemsProps<F>) {
  const t = useLabels(figureLabels);
  return formats.flatMap((of) => {
    const format: FileFormat = of;
    const link = { href: address(of), onClick };
    switch (format) {
      case 'png':
        return (
          <MenuDownload
            key={format}
            icon="image"
            label={t('png')}
            hint={t('pixels', { width })}
            {...link}
          />
        );
      case 'csv':
        return [
          <MenuDownload
            key="csv_excel"
            icon="table"
            label={t('csv_excel')}
            hint={t('csv_excel_hint')}
            href={address(of, 'excel')}
            onClick={onClick}
          />,
          <MenuDownload
            key="csv_programs"
            icon="table"
            label={t('csv_programs')}
            hint={t('csv_programs_hint')}
            {...link}
          />,
        ];
      case 'datapackage.json':
        return (
          <MenuDownload
            key={format}
            icon="document"
            label={t('description')}
            hint={t('description_hint')}
            {...link}
          />
        );
      default: {
        const [icon, label, hint] = itemOf[format];
        return <MenuDownload key={format} icon={icon} label={t(label)} hint={t(hint)} {...link} />;
      }
    }
  });
}
