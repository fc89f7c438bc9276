/** Values that the build of the service worker writes into it (`scripts/worker-build.mjs`). */
interface ImportMetaEnv {
  readonly VITE_BUILD: string;
  readonly VITE_LATER_FILES?: Readonly<Record<string, readonly string[]>>;
}
