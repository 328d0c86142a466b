import { defineTexts } from '#libs/texts';

export const contactTexts = defineTexts('fas/contact', {
  title: { nl: 'Contact', fr: 'Contact', de: 'Kontakt', en: 'Contact' },
  lead: {
    nl: 'Kijk eerst op de hulppagina: de meeste problemen lost u zelf op.',
    fr: 'Consultez d’abord la page d’aide : vous pouvez résoudre vous-même la plupart des problèmes.',
    de: 'Sehen Sie zuerst auf der Hilfeseite nach: Die meisten Probleme lösen Sie selbst.',
    en: 'Look at the help page first: you can solve most problems yourself.',
  },
  helpLink: {
    nl: 'Naar de hulppagina',
    fr: 'Vers la page d’aide',
    de: 'Zur Hilfeseite',
    en: 'To the help page',
  },
  citizenTitle: {
    nl: 'U wilt zich aanmelden en het lukt niet',
    fr: 'Vous voulez vous identifier et cela ne marche pas',
    de: 'Sie wollen sich anmelden und es klappt nicht',
    en: 'You want to sign in and it does not work',
  },
  citizen: {
    nl: 'Neem contact op met de dienst waar u naartoe wilde, bijvoorbeeld uw gemeente of de belastingdienst. Die helpt u als eerste en weet waarover het gaat. De contactgegevens staan op de website van die dienst.',
    fr: 'Contactez le service où vous vouliez aller, par exemple votre commune ou l’administration fiscale. Il vous aide en premier et connaît votre dossier. Ses coordonnées figurent sur son site.',
    de: 'Wenden Sie sich an den Dienst, zu dem Sie wollten, zum Beispiel Ihre Gemeinde oder die Steuerverwaltung. Er hilft Ihnen zuerst und weiß, worum es geht. Die Kontaktangaben stehen auf seiner Website.',
    en: 'Contact the service you wanted to go to, for instance your municipality or the tax office. It helps you first and knows what it is about. Its contact details are on its own website.',
  },
  haveTitle: {
    nl: 'Houd dit bij de hand',
    fr: 'Ayez ceci à portée de main',
    de: 'Halten Sie das bereit',
    en: 'Have this at hand',
  },
  haveReference: {
    nl: 'de referentie van de foutpagina, zoals 7K3F-9QXM',
    fr: 'la référence de la page d’erreur, comme 7K3F-9QXM',
    de: 'die Referenz der Fehlerseite, etwa 7K3F-9QXM',
    en: 'the reference on the error page, such as 7K3F-9QXM',
  },
  haveTime: {
    nl: 'wanneer het gebeurde en met welke sleutel',
    fr: 'quand c’est arrivé et avec quelle clé',
    de: 'wann es passierte und mit welchem Schlüssel',
    en: 'when it happened and with which key',
  },
  never: {
    nl: 'Geef nooit uw wachtwoord of een code. Niemand van ons vraagt ernaar.',
    fr: 'Ne donnez jamais votre mot de passe ni un code. Personne chez nous ne les demande.',
    de: 'Geben Sie nie Ihr Passwort oder einen Code an. Niemand von uns fragt danach.',
    en: 'Never give your password or a code. Nobody from us asks for them.',
  },
  agencyTitle: {
    nl: 'U werkt bij een overheidsdienst',
    fr: 'Vous travaillez pour un service public',
    de: 'Sie arbeiten bei einer Behörde',
    en: 'You work for a public service',
  },
  agency: {
    nl: 'De servicedesk van de FOD BOSA helpt diensten die CSAM gebruiken, als tweede lijn. Ook meldingen over toegankelijkheid en privacy komen hier terecht.',
    fr: 'Le service desk du SPF BOSA aide les services qui utilisent CSAM, en deuxième ligne. Les signalements sur l’accessibilité et la vie privée y arrivent aussi.',
    de: 'Der Servicedesk des FÖD BOSA hilft Diensten, die CSAM verwenden, als zweite Stelle. Auch Meldungen zu Barrierefreiheit und Datenschutz kommen hier an.',
    en: 'The service desk of the FPS BOSA helps services that use CSAM, as the second line. Reports on accessibility and privacy arrive here too.',
  },
  mail: { nl: 'E-mail', fr: 'E-mail', de: 'E-Mail', en: 'E-mail' },
  hours: { nl: 'Open', fr: 'Ouvert', de: 'Geöffnet', en: 'Open' },
  hoursValue: {
    nl: 'Maandag tot vrijdag, {opens} tot {closes} uur',
    fr: 'Du lundi au vendredi, de {opens} à {closes} heures',
    de: 'Montag bis Freitag, {opens} bis {closes} Uhr',
    en: 'Monday to Friday, {opens} to {closes}',
  },
});
