import type { FunnelSteps } from './cohort-funnel.ts';
import { projectEvents, type ProjectEvent } from './project-events.ts';

/** The content of a series: signings, registrations and starts together, every event, or one. */
export const eventGroups = ['progress', 'every', ...projectEvents] as const;
export type EventGroup = (typeof eventGroups)[number];

/** The events of a group, in the order of a project's life. */
export const listEvents = (group: EventGroup): readonly ProjectEvent[] => {
  if (group === 'progress') return ['signing', 'registration', 'start'];
  return group === 'every' ? projectEvents : [group];
};

/** The steps of a funnel, by the stages that they lead from and to. */
export const funnelSteps = [
  'lead_signed',
  'lead_negotiation',
  'negotiation_signed',
  'signed_registered',
  'signed_construction',
  'construction_operation',
] as const;
export type FunnelStep = (typeof funnelSteps)[number];

const stagesOfStep: Readonly<Record<FunnelStep, FunnelSteps>> = {
  lead_signed: { from: 'lead', to: 'signed' },
  lead_negotiation: { from: 'lead', to: 'negotiation' },
  negotiation_signed: { from: 'negotiation', to: 'signed' },
  signed_registered: { from: 'signed', to: 'registered' },
  signed_construction: { from: 'signed', to: 'construction' },
  construction_operation: { from: 'construction', to: 'operation' },
};
/** From which stage to which one a step leads. */
export const findSteps = (step: FunnelStep): FunnelSteps => stagesOfStep[step];
