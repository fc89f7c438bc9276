import type { Language } from '#domain/values/language.ts';

/** The groups of a label file, by name. */
type Groups = Readonly<Record<string, object>>;
interface LabelFile {
  readonly load: () => Promise<void>;
  isLoaded: boolean;
}
/**
 * The label files that load by themselves. The build for browsers writes them so
 * (`scripts/client/label-files.mjs`); elsewhere there are none, and all languages are at hand.
 */
const files: Partial<Record<Language, LabelFile[]>> = {};
/** The parts of the page that show a language or wait for it. */
const uses = new Set<{ readonly language: Language; readonly isShown: boolean }>();
let firstLanguage: Language | undefined;

/**
 * Notes a label file.
 *
 * @returns the group of a name, which is empty until the file is loaded
 */
export function registerLabels(
  language: Language,
  load: () => Promise<Groups>,
): (name: string) => object {
  const groups: Record<string, object> = {};
  const find = (name: string): object => (groups[name] ??= {});
  const file: LabelFile = {
    isLoaded: false,
    load: async () => {
      for (const [name, texts] of Object.entries(await load())) Object.assign(find(name), texts);
      file.isLoaded = true;
    },
  };
  (files[language] ??= []).push(file);
  return find;
}

/** Whether the labels of all code that runs are there in a language. */
export const hasLanguage = (language: Language): boolean =>
  (files[language] ?? []).every(({ isLoaded }) => isLoaded);

/** Loads the labels of all code that runs, in a language. @throws if a file can't be loaded */
export async function loadLanguage(language: Language): Promise<void> {
  firstLanguage ??= language;
  try {
    await Promise.all((files[language] ?? []).map((file) => file.isLoaded || file.load()));
  } catch (error) {
    if (firstLanguage === language) firstLanguage = undefined;
    throw error;
  }
}

/**
 * Registers a part that shows or awaits a language, so that code loaded later loads its labels
 * too.
 *
 * @param isShown - false if the part waits, so that code also starts without these labels
 * @returns how to end it
 */
export function holdLanguage(language: Language, isShown: boolean): () => void {
  const use = { language, isShown };
  uses.add(use);
  return () => void uses.delete(use);
}

/** Loads the labels of a language. They may be missing while parts only wait for it. */
const loadForUse = (language: Language): Promise<void> =>
  loadLanguage(language).catch((error: unknown) => {
    const isShown = [...uses].some((use) => use.isShown && use.language === language);
    if (isShown || uses.size === 0) throw error;
  });

/**
 * Awaits a dynamic import and its labels in the languages on the page. The build wraps each dynamic
 * import in it.
 *
 * @public
 */
export async function importWithLabels<T>(code: Promise<T>): Promise<T> {
  const module = await code;
  const languages = new Set([...uses].map(({ language }) => language));
  if (languages.size === 0 && firstLanguage !== undefined) languages.add(firstLanguage);
  await Promise.all([...languages].map(loadForUse));
  return module;
}
