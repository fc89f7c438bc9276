import type { Overview } from '#domain/overview/overview.ts';
import { frameLabels } from '#web/i18n/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { copyText } from '#web/ui/copy-text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { ComparePicker } from '#web/layout/day/compare-picker.tsx';
import { DayStepper } from '#web/layout/day/day-stepper.tsx';
import { ExportMenu } from './export-menu.tsx';
import { MoreMenu } from './more-menu.tsx';
import { PageLanguage } from './page-language.tsx';
import { useTheme, type Theme } from '#web/ui/theme.ts';
import { useEffect, useState } from 'react';
import * as topBarStyles from '#web/ui/top-bar.module.css';

/**
 * Copies the address of this view. A message, also for screen readers, says whether that worked.
 */
function useCopyLink(): { readonly copy: () => void; readonly message: string } {
  const t = useLabels(frameLabels);
  const [state, setState] = useState<'copied' | 'copy_failed'>();
  useEffect(() => {
    if (state === undefined) return undefined;
    const timer = setTimeout(() => setState(undefined), 4000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () => {
    copyText(window.location.href).then(
      () => setState('copied'),
      () => setState('copy_failed'),
    );
  };
  return {
    copy,
    message: state === undefined ? '' : t(state),
  };
}

interface TopBarProps {
  readonly title: string;
  readonly overview: Overview | undefined;
  /** Whether the page shows the state of a day, so that day and comparison can be chosen. */
  readonly dated: boolean;
  /** The signed-in person, or the link to create the first account, with its address. */
  readonly who: string | undefined;
  /** Omitted where this reader may share nothing. */
  readonly onShare: (() => void) | undefined;
  readonly onShortcuts: () => void;
}

const openPalette = (): void => void document.dispatchEvent(new Event('headway-palette'));

/**
 * Page name, day, comparison, search, share, export and language. On narrow windows most of them
 * move into one menu.
 */
export function TopBar({ title, overview, dated, who, onShare, onShortcuts }: TopBarProps) {
  const t = useLabels(frameLabels);
  const { view, change } = useViewState();
  const [theme, chooseTheme] = useTheme(view.theme);
  const { copy, message } = useCopyLink();
  const onTheme = (next: Theme) => {
    chooseTheme(next);
    change({ theme: next === 'auto' ? undefined : next }, { replace: true });
  };
  const compare =
    dated && overview !== undefined
      ? {
          days: overview.days,
          day: overview.as_of,
          compared: overview.compare,
          selected: view.cmp,
          onChange: (cmp: string) => change({ cmp }),
        }
      : undefined;
  return (
    <header className={topBarStyles.topBar}>
      <h1>{title}</h1>
      {dated && overview !== undefined ? (
        <DayStepper
          days={overview.days}
          day={overview.as_of}
          onChange={(day) => change({ as_of: day === overview.days.at(-1) ? undefined : day })}
        />
      ) : null}
      <div className={topBarStyles.roomy}>
        {compare === undefined ? null : <ComparePicker {...compare} />}
        <Button icon="search" onClick={openPalette}>
          <span className={topBarStyles.label}>{t('search')}</span>
          <kbd>{t('search_keys')}</kbd>
        </Button>
        {onShare === undefined ? null : (
          <Button icon="send" onClick={onShare}>
            <span className={topBarStyles.label}>{t('share')}</span>
          </Button>
        )}
        <ExportMenu />
      </div>
      <div className={topBarStyles.language}>
        <PageLanguage />
      </div>
      <span className={topBarStyles.message} role="status">
        {message}
      </span>
      <MoreMenu
        theme={theme}
        onTheme={onTheme}
        compare={compare}
        who={who}
        hasWall={overview !== undefined}
        onCopyLink={copy}
        onShare={onShare}
        onGoTo={openPalette}
        onShortcuts={onShortcuts}
      />
    </header>
  );
}
