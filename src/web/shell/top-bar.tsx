import { Link } from '#web/url/address.tsx';
import type { Language } from '#domain/language.ts';
import type { Overview } from '#domain/overview.ts';
import { keepLanguage } from '#web/i18n/languages.ts';
import { shellText } from '#web/i18n/shell/text.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { LanguageSwitch } from '#web/ui/language-switch.tsx';
import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { MenuButton, MenuTitle } from '#web/ui/menu.tsx';
import { Popover } from '#web/ui/popover.tsx';
import { ThemeSwitch } from './theme-switch.tsx';
import { CompareItems, ComparePicker } from './compare-picker.tsx';
import { useCopyLink } from './copy-link.tsx';
import { DayStepper } from './day-stepper.tsx';
import { ExportItems, ExportMenu } from './export-menu.tsx';
import { useTheme, type Theme } from './theme.ts';

interface TopBarProps {
  readonly title: string;
  readonly overview: Overview | undefined;
  /** The page shows the state of a day, so the day and the comparison can be chosen. */
  readonly dated: boolean;
  /** Who is signed in, or the way to the first account; with the address of what can be done about it. */
  readonly who: string | undefined;
  /** Absent where this reader may share nothing. */
  readonly onShare: (() => void) | undefined;
  readonly onShortcuts: () => void;
}

const openPalette = (): void => void document.dispatchEvent(new Event('headway-palette'));

/** Page name, day, comparison, search, share, export, language; on narrow windows most of it moves into one menu. */
export function TopBar({ title, overview, dated, who, onShare, onShortcuts }: TopBarProps) {
  const t = useText(shellText);
  const language = useLanguage();
  const { view, change, hrefTo } = useViewState();
  const [theme, chooseTheme] = useTheme(view.theme);
  const { copy, said } = useCopyLink();
  const chooseLanguage = (next: Language) => {
    keepLanguage(next);
    change({ lang: next });
  };
  const onTheme = (next: Theme) => {
    chooseTheme(next);
    change({ theme: next === 'auto' ? undefined : next }, { replace: true });
  };
  const compare =
    overview === undefined
      ? undefined
      : {
          days: overview.days,
          day: overview.as_of,
          compared: overview.compare,
          asked: view.cmp,
          onChange: (cmp: string) => change({ cmp }),
        };
  return (
    <header className="topbar">
      <h1>{title}</h1>
      {dated && overview !== undefined ? (
        <DayStepper
          days={overview.days}
          day={overview.as_of}
          onChange={(day) => change({ as_of: day === overview.days.at(-1) ? undefined : day })}
        />
      ) : null}
      <div className="roomy">
        {dated && compare !== undefined ? <ComparePicker {...compare} /> : null}
        <Button icon="search" onClick={openPalette}>
          <span className="lab">{t('search')}</span>
          <kbd>{t('search_keys')}</kbd>
        </Button>
        {onShare === undefined ? null : (
          <Button icon="send" onClick={onShare}>
            <span className="lab">{t('share')}</span>
          </Button>
        )}
        <ExportMenu />
      </div>
      <div className="langbox">
        <LanguageSwitch tall label={t('language')} language={language} onChange={chooseLanguage} />
      </div>
      <span className="said" role="status">
        {said}
      </span>
      <Popover
        label={t('menu')}
        trigger={(button) => (
          <button {...button} type="button" className="icb more" aria-label={t('menu')} title={t('menu')}>
            <span className="at-narrow">
              <Icon name="menu" />
            </span>
            <span className="at-wide">
              <Icon name="more" />
            </span>
          </button>
        )}
      >
        {(close) => (
          <>
            <div className="at-narrow">
              <div className="op">
                <LanguageSwitch tall label={t('language')} language={language} onChange={chooseLanguage} />
              </div>
              {dated && compare !== undefined ? (
                <CompareItems
                  {...compare}
                  onChange={(cmp) => {
                    compare.onChange(cmp);
                    close();
                  }}
                />
              ) : null}
              <hr />
              {who === undefined ? null : (
                <Link className="mi" to={hrefTo('/account')} onClick={close}>
                  <span />
                  <span>{who}</span>
                  <small />
                </Link>
              )}
              {onShare === undefined ? null : (
                <MenuButton
                  icon="send"
                  label={t('share')}
                  onClick={() => {
                    close();
                    onShare();
                  }}
                />
              )}
              <ExportItems done={close} />
              <hr />
            </div>
            <MenuTitle>{t('theme')}</MenuTitle>
            <div className="op">
              <ThemeSwitch theme={theme} onChange={onTheme} />
            </div>
            <MenuButton
              icon="link"
              label={t('copy_link')}
              onClick={() => {
                copy();
                close();
              }}
            />
            {overview === undefined ? null : (
              <div className="at-wide">
                <Link className="mi" to={hrefTo('/', { view: 'wall' })} onClick={close}>
                  <span />
                  <span>{t('wall')}</span>
                  <small>{t('wall_hint')}</small>
                </Link>
              </div>
            )}
            <MenuButton
              label={t('go_to')}
              hint={t('search_keys')}
              onClick={() => {
                close();
                openPalette();
              }}
            />
            <MenuButton
              label={t('shortcuts')}
              hint="?"
              onClick={() => {
                close();
                onShortcuts();
              }}
            />
          </>
        )}
      </Popover>
    </header>
  );
}
