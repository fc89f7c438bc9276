import { useEffect, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { SharedLink } from '#contract/links/schemas.ts';
import { compact } from '#domain/values/compact.ts';
import * as embedStyles from '#web/features/links/embed/embed.module.css';
import { figureName } from '#web/features/links/chart-name.ts';
import { shareLabels } from '#web/features/links/labels/index.ts';
import { useLinkPreview } from '#web/features/links/queries.ts';
import { EmbeddedFigure } from '#web/features/links/view/embedded-figure.tsx';
import { LanguageProvider, useLabels, useLoadedLanguage } from '#web/i18n/text.ts';
import { SelectField } from '#web/ui/controls/field.tsx';
import { Skeleton } from '#web/ui/feedback/skeleton.tsx';
import { CopyBox } from './address-box.tsx';
import { embedCode, frameWidths } from './embed-code.ts';
import * as shareStyles from './share.module.css';

/** The height of most figures in px, until it is measured. */
const usualHeight = 560;
/** For code that adjusts itself: the frame has the height for this width until the script runs. */
const usualWidth = 620;

/** Renders its children in a hidden frame of a width, and reports their height. */
function MeasuredFrame({
  title,
  width,
  language,
  onHeight,
  children,
}: {
  readonly title: string;
  readonly width: number;
  readonly language: string;
  readonly onHeight: (height: number) => void;
  readonly children: ReactNode;
}) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [page, setPage] = useState<HTMLElement>();
  useEffect(() => {
    const inner = frame.current?.contentDocument;
    if (inner === null || inner === undefined) return;
    for (const style of document.querySelectorAll('link[rel="stylesheet"], style'))
      inner.head.append(style.cloneNode(true));
    inner.documentElement.lang = language;
    setPage(inner.body);
  }, [language]);
  useEffect(() => {
    if (page === undefined) return undefined;
    const observer = new ResizeObserver(() => onHeight(page.getBoundingClientRect().height));
    observer.observe(page);
    return () => observer.disconnect();
  }, [page, onHeight]);
  return (
    <iframe
      ref={frame}
      className={shareStyles.measured}
      width={width}
      title={title}
      aria-hidden="true"
      tabIndex={-1}
    >
      {page === undefined ? null : createPortal(children, page)}
    </iframe>
  );
}

/** The code that shows the figure of a link in another site, with its height for a width. */
export function EmbedCodeBox({
  link,
  address,
}: {
  readonly link: SharedLink;
  readonly address: string;
}) {
  const t = useLabels(shareLabels);
  const [widthText, setWidthText] = useState('');
  const [height, setHeight] = useState(usualHeight);
  const { view, profile, language, exports, title: ownTitle } = link;
  const preview = useLinkPreview({
    view,
    profile,
    language,
    exports,
    ...compact({ title: ownTitle }),
    frozen: link.frozen !== undefined,
  });
  const { current } = useLoadedLanguage(language);
  const width = frameWidths.find((one) => String(one) === widthText);
  if (current !== language) return <Skeleton lines={4} />;
  const title = figureName(link, language);
  return (
    <>
      <SelectField
        label={t('code_width')}
        value={widthText}
        onChange={(event) => setWidthText(event.target.value)}
      >
        <option value="">{t('code_any')}</option>
        {frameWidths.map((one) => (
          <option key={one} value={one}>
            {t('code_fixed', { width: one })}
          </option>
        ))}
      </SelectField>
      <CopyBox
        label={t('code')}
        copy={t('copy_code')}
        text={embedCode(address, {
          title,
          height,
          ...(width === undefined ? {} : { width }),
        })}
      />
      {preview.data === undefined ? null : (
        <MeasuredFrame
          title={title}
          width={width ?? usualWidth}
          language={language}
          onHeight={setHeight}
        >
          <LanguageProvider value={language}>
            <main className={embedStyles.page}>
              <EmbeddedFigure payload={preview.data} />
            </main>
          </LanguageProvider>
        </MeasuredFrame>
      )}
    </>
  );
}
