import { shellText } from '#web/i18n/labels/index.ts';
import { useText } from '#web/i18n/text.ts';
import { Segmented } from '#web/ui/controls/segmented.tsx';
import type { Theme } from '#web/ui/theme.ts';

/** Light, dark, or as the system says. */
export function ThemeSwitch({
  theme,
  onChange,
}: {
  readonly theme: Theme;
  readonly onChange: (theme: Theme) => void;
}) {
  const t = useText(shellText);
  return (
    <Segmented
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
