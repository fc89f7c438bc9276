import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readSettings } from './settings.ts';

it('a folder of fonts must be one that Headway can read', () => {
  const read = (folder: string) =>
    readSettings({ HEADWAY_DATA: import.meta.dirname, HEADWAY_FONTS: folder });
  const absent = join(import.meta.dirname, 'no-fonts');
  expect(read(absent)).toEqual({
    faults: [
      `HEADWAY_FONTS: ${absent} is no folder that Headway can read; name the folder of the font files.`,
    ],
  });
  expect(read(import.meta.dirname)).toHaveProperty('settings');
});
