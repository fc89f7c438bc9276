import { useEffect, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import * as shareStyles from './share.module.css';

/** Gives a document the stylesheets of this one. Returns when they apply or have failed. */
async function copyStyles(to: Document): Promise<void> {
  const loads: Promise<void>[] = [];
  for (const style of document.querySelectorAll('link[rel="stylesheet"], style')) {
    const copy = style.cloneNode(true);
    if (style.localName === 'link')
      loads.push(
        new Promise((resolve) => {
          copy.addEventListener('load', () => resolve());
          copy.addEventListener('error', () => resolve());
        }),
      );
    to.head.append(copy);
  }
  await Promise.all(loads);
}

/**
 * Reports the height of a page whenever it changes, once its fonts and its figure, or what stands in
 * its place, are there. Before, the height would be that of a page without them.
 */
function watchHeight(page: HTMLElement, onHeight: (height: number) => void): () => void {
  const { fonts } = page.ownerDocument;
  const report = (): void => {
    const foot = page.querySelector('[data-foot]');
    if (foot !== null && foot.previousElementSibling !== null && fonts.status === 'loaded')
      onHeight(page.getBoundingClientRect().height);
  };
  const observer = new ResizeObserver(report);
  observer.observe(page);
  fonts.addEventListener('loadingdone', report);
  return () => {
    observer.disconnect();
    fonts.removeEventListener('loadingdone', report);
  };
}

/**
 * Renders its children in a hidden frame of a width, and reports their height. Another width needs
 * another frame: a drawing follows the width of its frame only after its layout.
 */
export function MeasuredFrame({
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
    if (inner === null || inner === undefined) return undefined;
    let hasEnded = false;
    inner.documentElement.lang = language;
    void copyStyles(inner).then(() => {
      if (!hasEnded) setPage(inner.body);
    });
    return () => {
      hasEnded = true;
    };
  }, [language]);
  useEffect(() => (page === undefined ? undefined : watchHeight(page, onHeight)), [page, onHeight]);
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
