import type { Stage } from '#domain/projects/stage.ts';

/**
 * What happens to a project once: it enters the list, is signed, registered, starts, opens, leaves.
 * Each event counts on the first day on which the project has reached it.
 */
export const projectEvents = [
  'lead',
  'signing',
  'registration',
  'start',
  'opening',
  'exit',
] as const;
export type ProjectEvent = (typeof projectEvents)[number];

/** The stage that an event reaches. An exit reaches none. */
export const stageOfEvent: Readonly<Partial<Record<ProjectEvent, Stage>>> = {
  lead: 'lead',
  signing: 'signed',
  registration: 'registered',
  start: 'construction',
  opening: 'operation',
};
