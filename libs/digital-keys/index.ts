export type { DigitalKey, DigitalKeyState } from './digital-key.js';
export { digitalKeysMigrations } from './digital-keys.migrations.js';
export { DigitalKeysStore, notingUse, type NewDigitalKey } from './digital-keys.store.js';
export { ExpiringKeysStore, type ExpiringKey } from './life/expiring-keys.store.js';
export { reminderDue } from './life/key-expiry.js';
export { KeyRevoked } from './own-keys.audit.js';
export { provableKeys, type CardServices, type CodeChannels, type DigitalKeyServices } from './register.js';
export type {
  FirstFactor,
  NextPage,
  ProvableKey,
  ProveOutcome,
  ProveSituation,
  ProvingFor,
  ReturnSituation,
} from './prove.js';
export type { GuessCount } from './guess-count.js';
export { ThrottledPage, type ProveAddresses } from './prove-frame.js';

export {
  manageableKeys,
  usableDestination,
  type CertificateShowing,
  type ManagementServices,
} from './manage-register.js';
export { AccountNotices, type AccountChange } from './life/account-notices.js';
export { DisownStore } from './life/disown.store.js';
export {
  dependants,
  judgeKeyAction,
  KEY_ACTIONS,
  leavesNothing,
  levelFor,
  managedKinds,
  type KeyAction,
  type KeyActionVerdict,
  type Prerequisite,
  type Standing,
  type TargetKey,
} from './life/key-actions.js';
export { KeyLife, type SessionEnder, type Trace } from './life/key-life.service.js';
export { KeyLifeStore } from './life/key-life.store.js';
export { KeySetup, type SetupAnswer, type SetupRequest } from './life/key-setup.service.js';
export { KeySetupStore } from './life/key-setup.store.js';
export { ActivationFinished, ActivationOpened, ActivationRefused } from './activation/activation.audit.js';
export { Activations, type OpenedActivation } from './activation/activations.js';
export { IssuedActivations, type IssuedActivation } from './activation/issued-activations.js';
export {
  PasswordRecovered,
  RecoveryAsked,
  RecoveryRefused,
  RecoveryStarted,
} from './recovery/recovery.audit.js';
export { RecoveriesStore, type Recovery } from './recovery/recoveries.store.js';
export {
  COOLING_OFF,
  LINK_LIFE,
  recoveryPhase,
  recoveryWay,
  type RecoveryProof,
  type RecoveryWay,
} from './recovery/recovery.js';
export { DeskAlert } from './life/desk-alert.js';
export { AccountChangeDisowned, KeyActivated } from './life/key-life.audit.js';
export { Disowning, type Disowned } from './life/disowning.service.js';
export { lifeMigrations } from './life/life.migrations.js';
export type { SetupAddresses, SetupPage } from './life/manage.js';
export { personLocks, type PersonLock } from './life/person-locks.js';
export { newKeyEnrolment } from './life/new-key-enrolment.js';

export { newPasswordProblem, type NewPasswordProblem } from './password/new-password.js';
export { NewPasswordPage } from './password/password.manage.page.js';
export { PasswordService } from './password/password.service.js';
export { PasswordStore } from './password/password.store.js';
export { TotpService } from './totp/totp.service.js';
export { TotpStore } from './totp/totp.store.js';

export { passwordExamples } from './password/password.examples.js';
export { passwordSetupExamples } from './password/password.manage.examples.js';
export { certificateSetupExamples } from './certificate/certificate.manage.examples.js';
export { passkeySetupExamples } from './passkey/passkey.manage.examples.js';
export { totpSetupExamples } from './totp/totp.manage.examples.js';
export { tokenSetupExamples } from './token/token.manage.examples.js';
export { totpExamples } from './totp/totp.examples.js';

export { TokenService } from './token/token.service.js';
export { TokenStore } from './token/token.store.js';
export { tokenExamples } from './token/token.examples.js';

export {
  CardGateAddress,
  newBinding,
  READING_PARAMETER,
  type CardVisit,
  type CardVisitor,
} from './pki/card-gate-address.js';
export { CardReadingsStore, type CardReading } from './pki/card-readings.store.js';
export { readCertificate, readCertificates, type Certificate } from './pki/certificate.js';
export { buildChain, type ChainOutcome, type Trust } from './pki/chain.js';
export type { PresentedCertificate } from './pki/presented.js';
export { RevocationService, type RevocationOutcome } from './pki/revocation.js';

export { cardAdviceTexts, cardProblemTexts } from './eid/card-problem.texts.js';
export { createEidService, eidTrust, type EidOptions } from './eid/create-eid.js';
export type { CardProblem, EidHolder } from './eid/eid.js';
export { eidExamples } from './eid/eid.examples.js';
export { EidService, type CardOutcome, type CardReport } from './eid/eid.service.js';

export { identityServiceExamples } from './identity-service/identity-service.examples.js';
export type {
  IdentityService,
  ProvenIdentity,
  ServiceBegun,
  ServiceOutcome,
  ServiceProblem,
  ServiceReturn,
  ServiceVisit,
} from './identity-service/identity-service.js';

export {
  ServiceMetadataRefreshed,
  ServiceMetadataRefused,
  ServiceResumed,
  ServiceSuspended,
} from './identity-service/identity-service.audit.js';
export { METADATA_CHANNEL, ServiceMetadataStore } from './identity-service/service-metadata.store.js';
export {
  ServiceSuspensionsStore,
  SUSPENSION_CHANNEL,
  type ServiceSuspension,
} from './identity-service/service-suspensions.store.js';

export { emailExamples } from './email/email.examples.js';
export { codeSetupExamples } from './one-time-code/code.manage.examples.js';
export { openCodeRoads, type OpenCodeRoads } from './one-time-code/code-roads.js';
export type { CodeScene } from './one-time-code/one-time-code.service.js';
export { setupCodes, type Destination } from './one-time-code/setup-codes.js';
export { readCode } from './one-time-code/one-time-code.js';
export { admittedPrefix } from './sms/sms-number.js';
export { smsChannel } from './sms/sms.channel.js';
export { smsExamples } from './sms/sms.examples.js';

export { OwnKeys, type KeyChange, type OwnKey } from './own-keys.js';

export { certificateExamples } from './certificate/certificate.examples.js';
export type { CertificateProblem, DescribedCertificate } from './certificate/certificate.js';
export { certificateAdviceTexts, certificateProblemTexts } from './certificate/certificate-problem.texts.js';
export { CertificateJudge } from './certificate/certificate.judge.js';
export { CertificateService } from './certificate/certificate.service.js';
export { CertificateStore, type RegisteredCertificate } from './certificate/certificate.store.js';
export {
  certificateTrust,
  createCertificateJudge,
  type CertificateOptions,
} from './certificate/create-certificate.js';

export { passkeyExamples } from './passkey/passkey.examples.js';
export { passkeyScript } from './passkey/passkey.script.js';
export {
  PasskeyService,
  type PasskeyCreation,
  type PasskeyCreationReason,
  type PasskeyMaker,
} from './passkey/passkey.service.js';
export type { RegisteredPasskey } from './passkey/passkey.store.js';
export { CREATION_FIELDS } from './passkey/passkey-creation.js';
export { passkeyRelyingParty, type PasskeyRelyingParty } from './passkey/relying-party.js';
export { ProfilePage, type ProfileProblems } from './selfreg/profile.page.js';
export { readMailAddress, readName, registrationState, AGREEMENT } from './selfreg/registration.js';
export type { Registration } from './selfreg/registration.js';
export {
  CodePage,
  ConfirmMailPage,
  MailPage,
  OtherBrowserPage,
  ProfileReadyPage,
  SpentPage,
} from './selfreg/registration.pages.js';
export type { RegistrationFrame } from './selfreg/registration-shell.js';
export {
  REGISTRATION_PATH,
  RegistrationService,
  type RegistrationParts,
  type RegistrationScene,
} from './selfreg/registration.service.js';
export { RegistrationStore } from './selfreg/registration.store.js';
export {
  RegistrationMailAsked,
  RegistrationRefused,
  SelfRegistered,
  SelfregPasswordReplaced,
} from './selfreg/selfreg.audit.js';
export { selfregExamples } from './selfreg/selfreg.examples.js';
export { SelfregStore } from './selfreg/selfreg.store.js';

export { maskMailbox } from './email/email-address.js';
export { ProfileLinkDeclined, ProfileLinked } from './linking/linking.audit.js';
export { ProfileLinks, provesIdentity, type LinkOutcome, type RealProof } from './linking/profile-links.js';
