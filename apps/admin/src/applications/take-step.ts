import type { ServiceAction } from './service-actions.js';
import type { ServiceStops } from './service-stops.js';
import type { Asker, ServicesService, StepOutcome } from './services.service.js';

/** Takes a step of a service, whoever asks and by whatever way. */
export function takeStep(
  { services, stops }: { readonly services: ServicesService; readonly stops: ServiceStops },
  id: string,
  action: ServiceAction,
  asker: Asker,
): Promise<StepOutcome> {
  const steps: Readonly<Record<ServiceAction, () => Promise<StepOutcome>>> = {
    submit: () => services.submit(id, asker),
    'request-production': () => services.requestProduction(id, asker),
    'request-acceptance': () => services.requestAcceptance(id, asker),
    'pass-self-test': () => services.passSelfTest(id),
    'take-back': () => services.takeBack(id, asker),
    resume: () => stops.comeBack(id, 'resume', asker),
    suspend: () => stops.setUse(id, 'suspend', asker),
    end: () => stops.setUse(id, 'end', asker),
    restore: () => stops.comeBack(id, 'restore', asker),
  };
  return steps[action]();
}

/** Steps that stop a service or let it go on, which takes a right of its own. */
export const isOfStopping = (action: ServiceAction): boolean => action === 'suspend' || action === 'resume';
