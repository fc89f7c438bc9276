import { Link } from '#web/ui/controls/link.tsx';
import { frameLabels } from '#web/i18n/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { Icon } from '#web/ui/display/icon.tsx';
import { MenuButton, MenuDownload } from '#web/ui/overlays/menu.tsx';
import { Popover } from '#web/ui/overlays/popover.tsx';
import { chartFile } from '#web/figures/chart-file-address.ts';
import { overviewQuery, useMayExport } from '#web/data/overview-of-view.ts';
import * as controlsStyles from '#web/ui/controls/controls.module.css';
import * as overlaysStyles from '#web/ui/overlays/overlays.module.css';
import * as topBarStyles from '#web/ui/top-bar.module.css';

/** The exports of a page as a whole. */
export function ExportItems({ done }: { readonly done: () => void }) {
  const t = useLabels(frameLabels);
  const mayExport = useMayExport();
  const language = useLanguage();
  const { view, hrefTo } = useViewState();
  const query = { ...overviewQuery(view), lang: language };
  return (
    <>
      {mayExport ? (
        <Link className={overlaysStyles.item} to={hrefTo('/copy')} onClick={done}>
          <Icon name="send" />
          <span>{t('copy')}</span>
          <small>{t('send_copy_hint')}</small>
        </Link>
      ) : null}
      <Link className={overlaysStyles.item} to={hrefTo('/figures')} onClick={done}>
        <Icon name="chart" />
        <span>{t('figures')}</span>
        <small />
      </Link>
      <Link className={overlaysStyles.item} to={hrefTo('/exports')} onClick={done}>
        <Icon name="document" />
        <span>{t('exports')}</span>
      </Link>
      <MenuButton
        icon="print"
        label={t('print')}
        hint={t('print_hint')}
        onClick={() => {
          done();
          window.print();
        }}
      />
      {mayExport ? (
        <>
          <hr />
          <MenuDownload
            icon="table"
            label={t('data_xlsx')}
            href={chartFile('targets', 'xlsx', query)}
            onClick={done}
          />
          <MenuDownload
            icon="table"
            label={t('data_csv_excel')}
            href={chartFile('pipeline', 'csv', { ...query, csv: 'excel' })}
            onClick={done}
          />
          <MenuDownload
            icon="table"
            label={t('data_csv_programs')}
            href={chartFile('pipeline', 'csv', query)}
            onClick={done}
          />
        </>
      ) : null}
    </>
  );
}

/** The menu of documents that can be exported from this page. */
export function ExportMenu() {
  const t = useLabels(frameLabels);
  return (
    <Popover
      label={t('export')}
      trigger={(button) => (
        <button {...button} type="button" className={controlsStyles.button}>
          <Icon name="download" />
          <span className={topBarStyles.label}>{t('export')}</span>
        </button>
      )}
    >
      {(close) => <ExportItems done={close} />}
    </Popover>
  );
}
