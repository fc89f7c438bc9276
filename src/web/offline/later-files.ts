import { findPage } from '#contract/core/pages.ts';

/** The later files of each page, as the build lists them (`scripts/client/later-files.mjs`). */
const files = import.meta.env.VITE_LATER_FILES ?? {};

/** Lists the files of the page of an address that load only when they are needed. */
export const laterFilesOf = (address: string): readonly string[] => {
  const page = findPage(new URL(address).pathname);
  return (page && files[page]) ?? [];
};
