import type { MouseEvent } from 'react';
import { figureLabels } from '#web/figures/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { MenuDownload } from '#web/ui/overlays/menu.tsx';

interface CsvItemsProps {
  /**
   * The address of the file: with `excel` the safe variant for spreadsheets, without it the exact
   * one.
   */
  readonly address: (csv?: 'excel') => string;
  readonly onClick: (event: MouseEvent<HTMLAnchorElement>) => void;
}

/**
 * Both kinds of CSV as menu items: first the safe one for spreadsheets, then the exact one for
 * programs.
 */
export function CsvItems({ address, onClick }: CsvItemsProps) {
  const t = useLabels(figureLabels);
  return (
    <>
      <MenuDownload
        icon="table"
        label={t('csv_excel')}
        hint={t('csv_excel_hint')}
        href={address('excel')}
        onClick={onClick}
      />
      <MenuDownload
        icon="table"
        label={t('csv_programs')}
        hint={t('csv_programs_hint')}
        href={address()}
        onClick={onClick}
      />
    </>
  );
}
