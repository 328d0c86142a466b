export {
  ServiceProvider,
  type ProvenIdentity,
  type ServiceProviderOptions,
  type SignInAnswer,
  type SignInWish,
} from './service-provider.js';
export { fasIdentityProvider, type IdentityProvider } from './identity-provider.js';
export { ensureServiceProviderKey, type ServiceProviderKey } from './key/service-provider-key.js';
export {
  serviceProviderAddresses,
  serviceProviderMetadata,
  type ServiceProviderAddresses,
} from './metadata.js';
export { fasClasses, mappedClasses, type LevelClasses } from './level-classes.js';
export { PostedAnswers } from './request/posted-answers.js';
export type { PendingRequest, SignInState, StoredRequest, UsedAssertion } from './request/pending-request.js';
export { StoredSignInState } from './request/stored-sign-in-state.js';
export type { ResponseProblem, ResponseRefusal } from './response/response-refusal.js';
export { serviceProviderMigrations } from './service-provider.migrations.js';
export { ServiceProviderController } from './service-provider.controller.js';
export { SignInDesk, type SignInDeskOptions } from './sign-in-desk.js';
export { StaySignedInController } from './session/stay-signed-in.controller.js';
export { AppSessions, type AppSessionsOptions, type NewSession } from './session/app-sessions.js';
export type { SignedInPerson } from './session/signed-in-person.js';
export { examineResponse, type Examined } from './response/examine-response.js';
export type { Expected } from './response/expected.js';
