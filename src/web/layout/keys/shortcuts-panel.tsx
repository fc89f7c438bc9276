import { useState } from 'react';
import { panelsLabels } from '#web/layout/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Checkbox } from '#web/ui/controls/field.tsx';
import { Dialog } from '#web/ui/overlays/dialog.tsx';
import { keepShortcuts, shortcutsOn } from '#web/data/shortcuts.ts';
import * as panelsStyles from '#web/layout/panels.module.css';

const keys = [
  'palette',
  'pages',
  'days',
  'measure',
  'table',
  'share',
  'search',
  'board',
  'month',
  'wall',
  'help',
] as const;

/** Lists the shortcuts, with a switch that turns them off. */
export function ShortcutsPanel({ onClose }: { readonly onClose: () => void }) {
  const t = useLabels(panelsLabels);
  const [on, setOn] = useState(shortcutsOn);
  return (
    <Dialog title={t('shortcuts')} onClose={onClose}>
      <dl className={panelsStyles.keys}>
        {keys.map((key) => (
          <div key={key}>
            <dt>{t(`key_${key}`)}</dt>
            <dd>{t(`key_${key}_what`)}</dd>
          </div>
        ))}
      </dl>
      <Checkbox
        label={t('shortcuts_off')}
        checked={on}
        onChange={(event) => {
          keepShortcuts(event.target.checked);
          setOn(event.target.checked);
        }}
      />
    </Dialog>
  );
}
