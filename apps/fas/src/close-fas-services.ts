import type { FasServices } from './fas-services.js';

/** Lets go of everything, the audit record first. */
export async function closeFasServices(services: FasServices): Promise<void> {
  await services.logout.stop();
  await services.audit.drain();
  await Promise.all([
    services.ring.stop(),
    services.parties.stop(),
    services.codes.stop(),
    services.partners.watch.stop(),
  ]);
  await Promise.all([services.state.close(), services.database.close(), services.redis?.close()]);
}
