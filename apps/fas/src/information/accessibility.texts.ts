import { defineTexts } from '#libs/texts';

/** The model statement of Implementing Decision (EU) 2018/1523, in plain words. */
export const accessibilityTexts = defineTexts('fas/accessibility', {
  title: {
    nl: 'Toegankelijkheids\u00ADverklaring',
    fr: 'Déclaration d’accessibilité',
    de: 'Erklärung zur Barrierefreiheit',
    en: 'Accessibility statement',
  },
  lead: {
    nl: 'De FOD BOSA wil dat iedereen zich kan aanmelden, volgens de wet van 19 juli 2018 over de toegankelijkheid van websites en mobiele applicaties van overheidsinstanties.',
    fr: 'Le SPF BOSA veut que chacun puisse s’identifier, conformément à la loi du 19 juillet 2018 relative à l’accessibilité des sites internet et des applications mobiles des organismes du secteur public.',
    de: 'Der FÖD BOSA will, dass alle sich anmelden können, gemäß dem Gesetz vom 19. Juli 2018 über den barrierefreien Zugang zu den Websites und mobilen Anwendungen öffentlicher Stellen.',
    en: 'The FPS BOSA wants everyone to be able to sign in, in line with the law of 19 July 2018 on the accessibility of the websites and mobile applications of public sector bodies.',
  },
  scope: {
    nl: 'Deze verklaring geldt voor de pagina’s waarop u zich aanmeldt ({address}). De dienst waar u naartoe gaat, heeft een eigen verklaring.',
    fr: 'Cette déclaration concerne les pages sur lesquelles vous vous identifiez ({address}). Le service où vous allez a sa propre déclaration.',
    de: 'Diese Erklärung gilt für die Seiten, auf denen Sie sich anmelden ({address}). Der Dienst, zu dem Sie gehen, hat eine eigene Erklärung.',
    en: 'This statement applies to the pages on which you sign in ({address}). The service you go to has its own statement.',
  },
  statusTitle: {
    nl: 'Hoe toegankelijk zijn deze pagina’s?',
    fr: 'État de conformité',
    de: 'Stand der Vereinbarkeit mit den Anforderungen',
    en: 'Compliance status',
  },
  status: {
    nl: 'Deze pagina’s voldoen gedeeltelijk aan de norm EN 301 549, die verwijst naar de richtlijnen WCAG 2.1, niveau AA. We bouwden ze volgens de nieuwere WCAG 2.2. Wat nog niet in orde is, staat hieronder.',
    fr: 'Ces pages sont partiellement conformes à la norme EN 301 549, qui renvoie aux règles WCAG 2.1, niveau AA. Nous les avons construites selon la version plus récente WCAG 2.2. Ce qui n’est pas encore en ordre est indiqué ci-dessous.',
    de: 'Diese Seiten sind teilweise mit der Norm EN 301 549 vereinbar, die auf die Richtlinien WCAG 2.1, Stufe AA, verweist. Gebaut haben wir sie nach den neueren WCAG 2.2. Was noch nicht in Ordnung ist, steht unten.',
    en: 'These pages are partially compliant with the standard EN 301 549, which refers to the guidelines WCAG 2.1, level AA. We built them to the newer WCAG 2.2. What is not yet right is listed below.',
  },
  gapsTitle: {
    nl: 'Wat nog niet toegankelijk is',
    fr: 'Contenu non accessible',
    de: 'Nicht barrierefreie Inhalte',
    en: 'Non-accessible content',
  },
  gapTime: {
    nl: 'Een aanmelding blijft {minutes} minuten open. Twee minuten voor het einde waarschuwt de pagina u, en u kunt ze langer openhouden. Zonder JavaScript waarschuwt de pagina niet (succescriterium 2.2.1). U kunt daarna wel meteen opnieuw beginnen bij de dienst.',
    fr: 'Une identification reste ouverte {minutes} minutes. Deux minutes avant la fin, la page vous avertit et vous pouvez la garder ouverte. Sans JavaScript, la page n’avertit pas (critère 2.2.1). Vous pouvez ensuite recommencer aussitôt depuis le service.',
    de: 'Eine Anmeldung bleibt {minutes} Minuten offen. Zwei Minuten vor dem Ende warnt Sie die Seite, und Sie können sie länger offen halten. Ohne JavaScript warnt die Seite nicht (Erfolgskriterium 2.2.1). Danach können Sie beim Dienst sofort neu beginnen.',
    en: 'A sign-in stays open for {minutes} minutes. Two minutes before the end the page warns you, and you can keep it open longer. Without JavaScript the page does not warn (success criterion 2.2.1). After it you can start again at the service at once.',
  },
  gapKeys: {
    nl: 'Sommige sleutels hebben een kaartlezer, een telefoon of een app van een ander bedrijf nodig. Die hebben we niet gebouwd en niet getest. U kunt altijd een andere sleutel kiezen die sterk genoeg is.',
    fr: 'Certaines clés demandent un lecteur de carte, un téléphone ou l’application d’une autre entreprise. Nous ne les avons ni construits ni testés. Vous pouvez toujours choisir une autre clé assez sûre.',
    de: 'Manche Schlüssel brauchen einen Kartenleser, ein Telefon oder die App eines anderen Unternehmens. Diese haben wir weder gebaut noch getestet. Sie können immer einen anderen, ausreichend starken Schlüssel wählen.',
    en: 'Some keys need a card reader, a telephone or the app of another company. We did not build or test those. You can always choose another key that is strong enough.',
  },
  gapHuman: {
    nl: 'Nog niemand met een beperking heeft de pagina’s voor ons getest, ook niet met een schermlezer. Of de teksten eenvoudig genoeg zijn, hebben we alleen zelf nagelezen.',
    fr: 'Aucune personne en situation de handicap n’a encore testé ces pages pour nous, ni avec un lecteur d’écran. La simplicité des textes n’a été relue que par nous-mêmes.',
    de: 'Noch kein Mensch mit Behinderung hat die Seiten für uns geprüft, auch nicht mit einem Bildschirmleser. Ob die Texte einfach genug sind, haben wir nur selbst nachgelesen.',
    en: 'Nobody with a disability has tested the pages for us yet, nor have they been tested with a screen reader. Whether the texts are simple enough, we have only read over ourselves.',
  },
  preparedTitle: {
    nl: 'Hoe deze verklaring tot stand kwam',
    fr: 'Établissement de cette déclaration',
    de: 'Erstellung dieser Erklärung',
    en: 'Preparation of this statement',
  },
  prepared: {
    nl: 'We stelden deze verklaring op {date} op, na een eigen beoordeling. Daarbij controleerde een programma elke pagina in vier talen, en meldden we ons aan met alleen het toetsenbord, op 320 pixels breed en zonder scripts.',
    fr: 'Nous avons établi cette déclaration le {date}, après une auto-évaluation. Un programme a contrôlé chaque page dans quatre langues, et nous nous sommes identifiés avec le seul clavier, sur 320 pixels de large et sans scripts.',
    de: 'Diese Erklärung wurde am {date} nach einer Selbstbewertung erstellt. Dabei prüfte ein Programm jede Seite in vier Sprachen, und wir meldeten uns nur mit der Tastatur, bei 320 Pixel Breite und ohne Skripte an.',
    en: 'We prepared this statement on {date}, after a self-assessment. A program checked every page in four languages, and we signed in with the keyboard alone, at a width of 320 pixels and without scripts.',
  },
  feedbackTitle: {
    nl: 'Stoot u op een drempel?',
    fr: 'Vous rencontrez un obstacle ?',
    de: 'Stoßen Sie auf eine Barriere?',
    en: 'Do you run into a barrier?',
  },
  feedback: {
    nl: 'Laat het ons weten via {mail}. Zeg op welke pagina het was en wat er misging. Vraag gerust ook om de informatie in een andere vorm.',
    fr: 'Signalez-le-nous à {mail}. Dites sur quelle page c’était et ce qui n’allait pas. Vous pouvez aussi demander l’information sous une autre forme.',
    de: 'Melden Sie es uns über {mail}. Sagen Sie, auf welcher Seite es war und was nicht ging. Sie können die Informationen auch in anderer Form verlangen.',
    en: 'Let us know at {mail}. Say on which page it was and what went wrong. You may also ask for the information in another form.',
  },
  feedbackLink: {
    nl: 'Alle contactgegevens',
    fr: 'Toutes les coordonnées',
    de: 'Alle Kontaktangaben',
    en: 'All contact details',
  },
  enforcementTitle: {
    nl: 'Niet tevreden met ons antwoord?',
    fr: 'Notre réponse ne vous satisfait pas ?',
    de: 'Sind Sie mit unserer Antwort nicht zufrieden?',
    en: 'Not satisfied with our answer?',
  },
  enforcement: {
    nl: 'Dan kunt u klacht indienen bij de federale Ombudsman, op www.federaalombudsman.be. Die onderzoekt uw klacht gratis en onafhankelijk.',
    fr: 'Vous pouvez alors introduire une plainte auprès du Médiateur fédéral, sur www.mediateurfederal.be. Il examine votre plainte gratuitement et en toute indépendance.',
    de: 'Dann können Sie sich beim Föderalen Ombudsmann beschweren, auf www.federalerombudsmann.be. Er prüft Ihre Beschwerde kostenlos und unabhängig.',
    en: 'Then you can complain to the Federal Ombudsman, at www.federalombudsman.be. The Ombudsman examines your complaint free of charge and independently.',
  },
});
