import { useState } from 'react';
import type { SharedPayload } from '#contract/links/schemas.ts';
import { formatDate } from '#domain/values/format.ts';
import { saveAs } from '#web/data/files/save-file.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { viewCopyLabels } from '#web/features/links/labels/copy/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';

/** The file name: zone and day, with a suffix for example data. */
const fileName = ({ overview: { zone, as_of, illustrative } }: SharedPayload): string =>
  `headway_${zone.short_name.en
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}_${as_of}${illustrative ? '_ILLUSTRATIVE' : ''}.html`;

/**
 * Saves the page around it as one file, in the displayed language. Renders nothing where the link
 * allows no downloads; its sender can always save the preview.
 */
export function CopyButton({ payload }: { readonly payload: SharedPayload }) {
  const t = useLabels(viewCopyLabels);
  const language = useLanguage();
  const [savedName, setSavedName] = useState('');
  const { link, overview } = payload;
  if (link.exports === 'none' && link.id !== '') return null;
  const save = async (from: HTMLElement) => {
    const view = from.closest('[data-view]');
    if (view === null) return;
    const zone = overview.zone.name[language];
    const name = fileName(payload);
    const stamp = t('made', { date: formatDate(serverDay(), language, 'long') });
    const { makeViewCopy } = await import('./copy-view.ts');
    const title = [link.title, zone, overview.as_of]
      .filter((part) => part !== undefined)
      .join(', ');
    const html = await makeViewCopy(view, { title, language, stamp });
    saveAs(name, new Blob([html]));
    setSavedName(name);
  };
  return (
    <>
      <Button icon="send" onClick={(event) => void save(event.currentTarget)}>
        {t('copy')}
      </Button>
      <span role="status">{savedName === '' ? '' : t('saved', { name: savedName })}</span>
    </>
  );
}
