import { compact } from '#domain/values/compact.ts';
import { linkEndpoints } from '#contract/links/endpoints.ts';
import type { sharedLists } from '#contract/links/constants.ts';
import type { SharedPayload } from '#contract/links/schemas.ts';
import { buildPath } from '#contract/core/path.ts';
import { readerLabels } from '#web/features/links/labels/reader/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { FileItems } from '#web/figures/file-items.tsx';
import { IconButton } from '#web/ui/controls/button.tsx';
import { Popover } from '#web/ui/overlays/popover.tsx';

/** Downloads of the shared list. Renders nothing when the link exports no data, or in a preview. */
export function ListFiles({ link }: Pick<SharedPayload, 'link'>) {
  const t = useLabels(readerLabels);
  const lang = useLanguage();
  if (link.exports !== 'data' || link.id === '') return null;
  const label = t('list_files');
  const address = (file: (typeof sharedLists)[number], csv?: 'excel'): string =>
    buildPath(linkEndpoints.sharedList, { link: link.id, file }, { lang, ...compact({ csv }) });
  return (
    <Popover
      label={label}
      trigger={(button) => <IconButton {...button} icon="download" label={label} />}
    >
      {(close) => (
        <FileItems
          formats={['csv', 'xlsx']}
          address={(format, csv) => address(`projects.${format}`, csv)}
          onClick={close}
        />
      )}
    </Popover>
  );
}
