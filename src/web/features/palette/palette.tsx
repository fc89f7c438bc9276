import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { paletteLabels } from '#web/features/palette/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Dialog } from '#web/ui/overlays/dialog.tsx';
import type { Entry } from './entries.ts';
import { useEntries } from './use-entries.ts';
import * as paletteStyles from './palette.module.css';

function EntryWords({ entry, isRecent }: { readonly entry: Entry; readonly isRecent: boolean }) {
  const t = useLabels(paletteLabels);
  return (
    <>
      <span>
        <span>{entry.label}</span>
      </span>
      <small>
        {entry.hint === undefined ? null : <i>{entry.hint}</i>}{' '}
        {t(isRecent ? 'group_recent' : `group_${entry.group}`)}
      </small>
    </>
  );
}

/** A search field for every destination: type, choose by arrow keys, open by Enter. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const t = useLabels(paletteLabels);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  // after the dialog has opened, which moves the focus to its first button
  useEffect(() => field.current?.focus(), []);
  const [text, setText] = useState('');
  // by its id, since projects arrive later and may come before it
  const [selectedId, setSelectedId] = useState<string>();
  const { entries, recent, busy } = useEntries(text);
  const all = [...recent, ...entries];
  const selectedIndex = Math.max(
    0,
    all.findIndex((entry) => entry.id === selectedId),
  );
  const run = (entry: Entry | undefined) => {
    if (entry === undefined) return;
    onClose();
    entry.run();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      const next = (selectedIndex + step + all.length) % Math.max(1, all.length);
      setSelectedId(all[next]?.id);
      document.getElementById(`${id}-${next}`)?.scrollIntoView?.({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(all[selectedIndex]);
    }
  };
  return (
    <Dialog title={t('go_to')} onClose={onClose}>
      <div className={paletteStyles.palette}>
        <input
          type="text"
          role="combobox"
          aria-label={t('go_to')}
          aria-expanded={all.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={all.length === 0 ? undefined : `${id}-${selectedIndex}`}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          ref={field}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setSelectedId(undefined);
          }}
          onKeyDown={onKey}
        />
        <small>{t('palette_hint')}</small>
        <div role="listbox" id={`${id}-list`} aria-label={t('results')} aria-busy={busy}>
          {all.map((entry, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field opens the active line
            <div
              key={entry.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === selectedIndex}
              onPointerMove={() => setSelectedId(entry.id)}
              onClick={() => run(entry)}
            >
              <EntryWords entry={entry} isRecent={index < recent.length} />
            </div>
          ))}
        </div>
        {all.length === 0 && !busy ? <p role="status">{t('nothing')}</p> : null}
      </div>
    </Dialog>
  );
}
