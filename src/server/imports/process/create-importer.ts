import { compact } from '#domain/values/compact.ts';
import type { ImportHost, Importer } from '#server/imports/import-plan.ts';

/** Creates an importer on a host. The name of a file is displayed and never used as a path. */
export const createImporter = (host: ImportHost): Importer => ({
  readTargets: (bytes, options) => host.readTargets(bytes, options),
  plan: (bytes, file, answers, register, options = {}) => {
    const { is_preview = false, assumes_own = false, modified } = options;
    const name =
      file
        .replace(/[\u0000-\u001f\u007f]/g, '')
        .split(/[\\/]/)
        .at(-1)
        ?.slice(0, 200) || 'file';
    const sender = { assumes_own, ...compact({ modified }) };
    return host.run(bytes, { file: name, answers, register, is_preview, ...sender }, options);
  },
});
