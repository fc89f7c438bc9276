import type { Comparison } from './comparison.ts';
import type { Day } from '../figures/days.ts';
import type { RegisterUnderTest } from './register.ts';
import { type Stage, type State, statesOn } from '../figures/register.ts';

/** Compares the stage of each project with its page. */
export async function compareProjects(
  to: Comparison,
  { get, histories, firstDay }: RegisterUnderTest,
  day: Day,
): Promise<void> {
  if (day < firstDay) return;
  type ProjectRow = {
    readonly code: string;
    readonly stage: string;
    readonly status: string;
    readonly stage_since?: string;
  };
  const rows = new Map<string, ProjectRow>();
  let cursor: string | null = null;
  do {
    const page: { items: readonly ProjectRow[]; nextCursor: string | null } = await get(
      `/api/v1/projects?as_of=${day}&status=active,on_hold,withdrawn,lost,rejected,terminated,closed,unlisted&limit=200${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    for (const item of page.items) rows.set(item.code, item);
    cursor = page.nextCursor;
  } while (cursor !== null);
  const states = new Map(statesOn(histories, day).map((state) => [state.code, state]));
  for (const code of new Set([...states.keys(), ...rows.keys()])) {
    const [own, product] = [states.get(code), rows.get(code)];
    to.same(day, `${code}, stage`, own?.stage, product?.stage as Stage | undefined);
    to.same(day, `${code}, status`, own?.status, product?.status as State['status'] | undefined);
    to.same(day, `${code}, since`, own?.since, product?.stage_since);
  }
}
