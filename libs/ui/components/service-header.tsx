import type { Language } from '#libs/kernel';
import type { ServiceParty } from '../frame.js';
import { componentTexts } from './component.texts.js';

/** Where the person is going: always the names the agency registered, never what a request says. */
export function ServiceHeader({ language, service }: { language: Language; service: ServiceParty }) {
  const t = componentTexts.in(language);
  return (
    <div class="service">
      <p class="service-intro">{t('signingInTo')}</p>
      <p class="service-name">{service.application}</p>
      <p class="service-agency">{service.agency}</p>
    </div>
  );
}
