import { defineTexts } from '#libs/texts';

export const originTexts = defineTexts('sma/origin', {
  browser: {
    nl: 'Browser: {browser} op {system}.',
    fr: 'Navigateur : {browser} sur {system}.',
    de: 'Browser: {browser} auf {system}.',
    en: 'Browser: {browser} on {system}.',
  },
  country: {
    nl: 'Land van het internetadres: {country} (het begint als {network}).',
    fr: 'Pays de l’adresse internet : {country} (elle commence par {network}).',
    de: 'Land der Internetadresse: {country} (sie beginnt mit {network}).',
    en: 'Country of the internet address: {country} (it begins like {network}).',
  },
  network: {
    nl: 'Vanaf een internetadres dat begint als {network}',
    fr: 'Depuis une adresse internet commençant comme {network}',
    de: 'Von einer Internetadresse, die so beginnt: {network}',
    en: 'From an internet address that begins like {network}',
  },
});
