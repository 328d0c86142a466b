import { defineTexts } from '#libs/texts';

/** Only letters of the default alphabet of telephones (3GPP TS 23.038), so that one part is enough. */
export const smsMessageTexts = defineTexts('digital-keys/sms-message', {
  body: {
    nl: '{code} is uw CSAM-code voor {service}. Geldig: {minutes} min. Geef hem aan niemand door.',
    fr: '{code} est votre code CSAM pour {service}. Valable {minutes} min. Ne le donnez à personne.',
    de: '{code} ist Ihr CSAM-Code für {service}. Gültig: {minutes} Min. Geben Sie ihn niemandem.',
    en: '{code} is your CSAM code for {service}. Valid for {minutes} min. Give it to nobody.',
  },
});
