export type {
  Delivery,
  DeliveryDetails,
  DeliveryState,
  Logout,
  LogoutCause,
  LogoutChannel,
  LogoutStarter,
  LogoutState,
  NewDelivery,
} from './logout.js';
export { LogoutStore } from './logout.store.js';
export { DELIVERY_DUE_CHANNEL, DELIVERY_SETTLED_CHANNEL, DeliveryStore } from './delivery.store.js';
export { SessionEndStore, type SessionEnd } from './session-end.store.js';
export { SESSION_END_CHANNEL } from './session-end-triggers.js';
export { deliverLogoutJob } from './logout.jobs.js';
export {
  LogoutDelivered,
  LogoutNotDelivered,
  LogoutRejected,
  ServiceLeft,
  SignInSessionEnded,
} from './single-logout.audit.js';
export { singleLogoutMigrations } from './single-logout.migrations.js';
