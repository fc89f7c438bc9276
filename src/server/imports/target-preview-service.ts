import { dayIn } from '#domain/time/time-zone.ts';
import { timeZoneOf } from '#domain/zone/zone-days.ts';
import { compact } from '#domain/values/compact.ts';
import type { TargetPreview } from '#contract/imports/schemas.ts';
import type { Language } from '#domain/values/language.ts';
import { problem } from '#server/core/problem.ts';
import type { UploadedFile } from '#server/http/body.ts';
import { requireDisplayedZone } from '#server/zone/displayed-zone-service.ts';
import type { ImportDeps } from './import-plan.ts';
import { ImportFailure } from './read/failure.ts';
import { listPastHeadings, planTargets } from './targets/plan-targets.ts';

/** Reads a file of targets and previews its changes of the zone. Stores nothing. */
export async function previewTargets(
  { db, clock, importer }: ImportDeps,
  { name, bytes }: UploadedFile,
  language: Language,
  signal: AbortSignal,
): Promise<TargetPreview> {
  const profile = await requireDisplayedZone(db);
  const table = await importer.readTargets(bytes, { signal }).catch((error: unknown) => {
    if (!(error instanceof ImportFailure)) throw error;
    const detail = error.detail(name, language);
    throw problem(error.code, detail.message, { errors: [detail] });
  });
  const { sheet, unused, unit } = table;
  const today = dayIn(clock(), timeZoneOf(profile));
  const rows = planTargets(table, { profile, today, source: name, unit });
  const headings = [...unused, ...listPastHeadings(table, today)];
  return { file: name, ...compact({ sheet }), unused: headings, rows };
}
