import type { ComponentProps } from 'react';
import { frameLabels } from '#web/i18n/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Icon } from '#web/ui/display/icon.tsx';
import { MenuButton, MenuTitle } from '#web/ui/overlays/menu.tsx';
import { Popover } from '#web/ui/overlays/popover.tsx';
import { Link } from '#web/ui/controls/link.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { CompareItems } from '#web/layout/day/compare-picker.tsx';
import { ExportItems } from './export-menu.tsx';
import { PageLanguage } from './page-language.tsx';
import type { Theme } from '#web/ui/theme.ts';
import { SegmentChoice } from '#web/ui/controls/segmented.tsx';
import * as controlsStyles from '#web/ui/controls/controls.module.css';
import * as overlaysStyles from '#web/ui/overlays/overlays.module.css';
import * as topBarStyles from '#web/ui/top-bar.module.css';

/** The choice of light, dark or the system's theme. */
function ThemeSwitch({
  theme,
  onChange,
}: {
  readonly theme: Theme;
  readonly onChange: (theme: Theme) => void;
}) {
  const t = useLabels(frameLabels);
  return (
    <SegmentChoice
      label={t('theme')}
      value={theme}
      onChange={onChange}
      segments={[
        { value: 'auto', label: t('theme_auto') },
        { value: 'light', label: t('theme_light') },
        { value: 'dark', label: t('theme_dark') },
      ]}
    />
  );
}

interface MoreMenuProps {
  readonly theme: Theme;
  readonly onTheme: (theme: Theme) => void;
  /** Omitted where no day is compared. */
  readonly compare: ComponentProps<typeof CompareItems> | undefined;
  readonly who: string | undefined;
  /** Whether the page has a version for a wall. */
  readonly hasWall: boolean;
  readonly onCopyLink: () => void;
  readonly onShare: (() => void) | undefined;
  readonly onGoTo: () => void;
  readonly onShortcuts: () => void;
}

/** Makes an action close the menu first. */
type Closing = <Args extends readonly unknown[]>(
  act: (...parameters: Args) => void,
) => (...parameters: Args) => void;

/** The entries that stand in the bar of a wide window. */
function NarrowEntries({
  compare,
  who,
  onShare,
  close,
  closing,
}: Pick<MoreMenuProps, 'compare' | 'who' | 'onShare'> & {
  readonly close: () => void;
  readonly closing: Closing;
}) {
  const t = useLabels(frameLabels);
  const { hrefTo } = useViewState();
  return (
    <div className={topBarStyles.atNarrow}>
      <div className={overlaysStyles.option}>
        <PageLanguage />
      </div>
      {compare === undefined ? null : (
        <CompareItems {...compare} onChange={closing(compare.onChange)} />
      )}
      <hr />
      {who === undefined ? null : (
        <Link className={overlaysStyles.item} to={hrefTo('/account')} onClick={close}>
          <span />
          <span>{who}</span>
          <small />
        </Link>
      )}
      {onShare === undefined ? null : (
        <MenuButton icon="send" label={t('share')} onClick={closing(onShare)} />
      )}
      <ExportItems done={close} />
      <hr />
    </div>
  );
}

/**
 * Theme, link, wall screen and shortcuts. On narrow windows it also holds what does not fit into
 * the bar.
 */
export function MoreMenu({
  theme,
  onTheme,
  compare,
  who,
  hasWall,
  onCopyLink,
  onShare,
  onGoTo,
  onShortcuts,
}: MoreMenuProps) {
  const t = useLabels(frameLabels);
  const { hrefTo } = useViewState();
  return (
    <Popover
      label={t('menu')}
      trigger={(button) => (
        <button
          {...button}
          type="button"
          className={controlsStyles.iconButton}
          aria-label={t('menu')}
          title={t('menu')}
        >
          <span className={topBarStyles.atNarrow}>
            <Icon name="menu" />
          </span>
          <span className={topBarStyles.atWide}>
            <Icon name="more" />
          </span>
        </button>
      )}
    >
      {(close) => {
        const closing: Closing =
          (act) =>
          (...parameters) => {
            close();
            act(...parameters);
          };
        return (
          <>
            <NarrowEntries
              compare={compare}
              who={who}
              onShare={onShare}
              close={close}
              closing={closing}
            />
            <MenuTitle>{t('theme')}</MenuTitle>
            <div className={overlaysStyles.option}>
              <ThemeSwitch theme={theme} onChange={onTheme} />
            </div>
            <MenuButton icon="link" label={t('copy_link')} onClick={closing(onCopyLink)} />
            {hasWall ? (
              <div className={topBarStyles.atWide}>
                <Link
                  className={overlaysStyles.item}
                  to={hrefTo('/', { view: 'wall' })}
                  onClick={close}
                >
                  <span />
                  <span>{t('wall')}</span>
                  <small>{t('wall_hint')}</small>
                </Link>
              </div>
            ) : null}
            <MenuButton label={t('go_to')} hint={t('search_keys')} onClick={closing(onGoTo)} />
            <MenuButton label={t('shortcuts')} hint="?" onClick={closing(onShortcuts)} />
          </>
        );
      }}
    </Popover>
  );
}
