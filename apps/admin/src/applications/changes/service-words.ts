import { attributeLabel } from '#libs/attributes';
import { LANGUAGES, type Language } from '#libs/kernel';
import { keyName } from '#libs/ui';
import type { Said } from '../../approvals/lines/compare-words.js';
import { nameFieldsTexts } from '../../frame/form/name-fields.texts.js';
import type { DossierDetails, EnvironmentSettings } from '../dossier/dossier.js';
import { metadataLines, pemWords, understoodIn } from '../metadata/metadata-words.js';
import { servicesTexts } from '../services.texts.js';
import { serviceWordsTexts } from './service-words.texts.js';

/** What a service wants to be, in words. @param bases legal bases in words, by their id */
export function detailsWords(
  details: DossierDetails,
  language: Language,
  bases: ReadonlyMap<string, string>,
): Said[] {
  const t = servicesTexts.in(language);
  const { authorisation = '' } = details;
  const amount = (value: number | undefined) => value?.toLocaleString(`${language}-BE`) ?? '';
  return [
    ...LANGUAGES.map((one) => ({ label: nameFieldsTexts.in(language)(one), text: details.name[one] })),
    { label: t('minimumLevel'), text: String(details.minimumLevel ?? '') },
    { label: t('keys'), text: details.keys.map((key) => keyName(key, language)).join(', ') },
    { label: t('contexts'), text: details.contexts.map((context) => t(context)).join(', ') },
    { label: t('authorisation'), text: bases.get(authorisation) ?? authorisation },
    ...details.attributes.map(({ name, justification }) => ({
      label: attributeLabel(name, language),
      text: justification,
    })),
    { label: t('signInsPerYear'), text: amount(details.signInsPerYear) },
    { label: t('signInsAtPeak'), text: amount(details.signInsAtPeak) },
    { label: t('smsAccepted'), text: serviceWordsTexts.in(language)(details.smsAccepted ? 'yes' : 'no') },
    { label: t('smsPerMonth'), text: amount(details.smsPerMonth) },
  ];
}

/** How a service is reached in one environment, in words; what SAML says of itself is read out. */
export function settingsWords(settings: EnvironmentSettings, language: Language): Said[] {
  const label = servicesTexts.in(language)('protocol');
  const protocol = { label, text: settings.protocol === 'oidc' ? 'OpenID Connect' : 'SAML 2.0' };
  const said = settings.protocol === 'oidc' ? oidcWords(settings, language) : samlWords(settings, language);
  return [protocol, ...said];
}

function oidcWords(settings: EnvironmentSettings, language: Language): Said[] {
  const [t, form] = [serviceWordsTexts.in(language), servicesTexts.in(language)];
  const { tokenEndpointAuthMethod: method, backchannelLogoutUri = '', jwksUri = '' } = settings;
  return [
    { label: t('returns'), text: settings.redirectUris.join('\n') },
    { label: t('afterSignOut'), text: settings.postLogoutRedirectUris.join('\n') },
    { label: form('backchannelLogoutUri'), text: backchannelLogoutUri },
    { label: form('tokenEndpointAuthMethod'), text: form(method === 'none' ? 'public' : method) },
    { label: form('jwksUri'), text: jwksUri },
  ];
}

function samlWords(
  { metadata = '', metadataUrl = '', metadataSigner = '' }: EnvironmentSettings,
  language: Language,
) {
  const t = serviceWordsTexts.in(language);
  const understood = understoodIn(metadata);
  const lines = understood === undefined ? [] : metadataLines(understood, language);
  return [
    ...lines.map(({ label, values }) => ({ label, text: values.join('\n') })),
    { label: t('metadataUrl'), text: metadataUrl },
    { label: t('metadataSigner'), text: pemWords(metadataSigner, language).join('\n') },
    { label: t('metadata'), text: metadata, document: true },
  ];
}
