import { sql } from 'kysely';
import { addDays, type IsoDate } from '#domain/values/date.ts';
import type { ProjectRecord } from '#domain/projects/project.ts';
import type { Db, Trx } from '#server/db/db.ts';
import { exampleZoneData } from '#server/samples/service.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { fillSearchPieces } from '#server/projects/search/search-piece-store.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { chooseOrigin } from '#server/zone/chosen-origin-store.ts';
import { columnList, undoneTables } from '#server/db/undone-tables.ts';
import { putObservations } from '#server/targets/observation-store.ts';
import { writeZone } from '#server/zone/store.ts';
import { numbers } from '#server/samples/example-numbers.ts';

/**
 * How many projects the store's own code writes. The rest are copies of their rows under other
 * codes.
 */
const writtenProjects = 1000;

const shiftDate = (day: IsoDate | undefined, days: number) =>
  day === undefined ? {} : { date: addDays(day, days) };

/** Varies the projects of the Example Zone: each gets its own code, name, days and amount. */
function variedRecords(count: number): ProjectRecord[] {
  const { records } = exampleZoneData();
  const next = numbers(11);
  return Array.from({ length: count }, (_, i) => {
    const record = records[i % records.length];
    if (record === undefined) throw new Error('The Example Zone has no projects.');
    const days = -Math.floor(next() * 700);
    const money = record.facts.amounts.total_investment?.money;
    const amounts =
      money === undefined
        ? record.facts.amounts
        : {
            ...record.facts.amounts,
            total_investment: {
              money: { ...money, minor: String(BigInt(money.minor) + BigInt(i)) },
            },
          };
    return {
      ...record,
      origin: 'own',
      code: `P${String(i).padStart(4, '0')}`,
      facts: {
        ...record.facts,
        name: `${record.facts.name} 示范区项目第${i}号`,
        investor: `投资方${i % 300}`,
        amounts,
      },
      stage_events: record.stage_events.map((event) => ({
        ...event,
        ...shiftDate(event.date, days),
      })),
      status_events: record.status_events.map((event) => ({
        ...event,
        ...shiftDate(event.date, days),
      })),
    };
  });
}

/** Copies all rows of the written projects `copies` times, under new codes. */
async function copyProjects(trx: Trx, revision: number, copies: number): Promise<void> {
  const numbers = sql`n (i) as (select 1 union all select i + 1 from n where i < ${sql.lit(copies)})`;
  const tables: { name: string; columns: readonly string[] }[] = [
    { name: 'project_facts', columns: ['facts_from', 'facts_json'] },
  ];
  for (const { name, key, columns } of undoneTables)
    if (['project_version', 'project_history', 'project_statement'].includes(name))
      tables.push({
        name,
        columns: [
          ...key.filter((column) => column !== 'origin' && column !== 'code'),
          ...columns,
          'made_by',
          'revision_to',
        ],
      });
  for (const { name, columns } of tables) {
    const revisionColumn = name === 'project_facts' ? 'revision' : 'revision_from';
    await sql`with recursive ${numbers} insert into ${sql.table(name)} (origin, code, ${sql.ref(revisionColumn)}, ${columnList(columns)})
      select origin, code || '-' || n.i, ${sql.ref(revisionColumn)}, ${columnList(columns)} from ${sql.table(name)} cross join n
      where ${sql.ref(revisionColumn)} = ${revision} and origin = 'own' and code <> ''`.execute(
      trx,
    );
  }
}

/**
 * Fills an empty store with a register of `count` own projects, with 4.25 periods each on average.
 * Above 1,000, `count` is a multiple of 1,000.
 */
export async function fillLargeRegister(db: Db, count: number): Promise<void> {
  const { profile, observations: _ } = exampleZoneData();
  await writeRevision(
    db,
    { author: 'test', kind: 'import', reason: 'large', origin: 'own', as_of: profile.data_date },
    async (trx, revision) => {
      await writeZone(trx, revision, { ...profile, origin: 'own' });
      await chooseOrigin(trx, revision, 'own');
      await putProjects(trx, revision, variedRecords(Math.min(writtenProjects, count)));
      if (count > writtenProjects) await copyProjects(trx, revision, count / writtenProjects - 1);
      await fillSearchPieces(trx);
    },
  );
}

/**
 * Adds the monthly values of the Example Zone as own ones: without a value of today a target has no
 * outlook.
 */
export async function addExampleMonths(db: Db): Promise<void> {
  const observations = exampleZoneData().observations.map((one) => ({
    ...one,
    origin: 'own' as const,
  }));
  await writeRevision(
    db,
    { author: 'test', kind: 'import', reason: 'months', origin: 'own' },
    (trx, revision) => putObservations(trx, revision, observations),
  );
}
