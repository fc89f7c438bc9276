import type { LinkDraft } from '#contract/links.ts';
import { useLinkPreview } from '#web/data/links.ts';
import { LanguageProvider } from '#web/i18n/text.ts';
import { SharedView } from '#web/reader/shared-view.tsx';
import { QueryView } from '#web/shell/query-view.tsx';

/** The page of the reader, made by the server as it will be, in the reader's language. */
export function SharePreview({ draft }: { readonly draft: LinkDraft }) {
  const query = useLinkPreview(draft, true);
  return (
    <div className="sharepreview" lang={draft.language}>
      <LanguageProvider value={draft.language}>
        <QueryView query={query}>{(payload) => <SharedView payload={payload} />}</QueryView>
      </LanguageProvider>
    </div>
  );
}
