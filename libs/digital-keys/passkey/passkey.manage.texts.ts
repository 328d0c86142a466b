import { defineTexts } from '#libs/texts';

export const passkeySetupTexts = defineTexts('digital-keys/passkey-setup', {
  title: {
    nl: 'Maak uw passkey',
    fr: 'Créez votre clé d’accès (passkey)',
    de: 'Erstellen Sie Ihren Passkey',
    en: 'Make your passkey',
  },
  lead: {
    nl: 'Druk op de knop. Uw toestel vraagt uw vinger, uw gezicht of de code van het toestel. Die blijven op uw toestel: wij krijgen ze nooit.',
    fr: 'Appuyez sur le bouton. Votre appareil demande votre doigt, votre visage ou le code de l’appareil. Ils restent sur votre appareil : nous ne les recevons jamais.',
    de: 'Drücken Sie auf die Schaltfläche. Ihr Gerät fragt nach Finger, Gesicht oder Gerätecode. Sie bleiben auf Ihrem Gerät: Wir bekommen sie nie.',
    en: 'Press the button. Your device asks for your finger, your face or the code of the device. These stay on your device: we never get them.',
  },
  label: {
    nl: 'Naam van dit toestel (mag leeg blijven)',
    fr: 'Nom de cet appareil (facultatif)',
    de: 'Name dieses Geräts (kann leer bleiben)',
    en: 'Name of this device (may stay empty)',
  },
  labelHint: {
    nl: 'Zo herkent u hem later, bijvoorbeeld “laptop thuis”.',
    fr: 'Pour la reconnaître plus tard, par exemple « portable à la maison ».',
    de: 'So erkennen Sie ihn später, zum Beispiel „Laptop zu Hause“.',
    en: 'So that you know it later, for example “laptop at home”.',
  },
  make: {
    nl: 'Passkey maken',
    fr: 'Créer la clé d’accès',
    de: 'Passkey erstellen',
    en: 'Make a passkey',
  },
  noScript: {
    nl: 'JavaScript staat uit in uw browser. Zet het aan en laad deze pagina opnieuw, of kies een andere sleutel.',
    fr: 'JavaScript est désactivé dans votre navigateur. Activez-le et rechargez cette page, ou choisissez une autre clé.',
    de: 'JavaScript ist in Ihrem Browser ausgeschaltet. Schalten Sie es ein und laden Sie diese Seite neu, oder wählen Sie einen anderen Schlüssel.',
    en: 'JavaScript is off in your browser. Turn it on and load this page again, or choose another key.',
  },
  unsupported: {
    nl: 'Deze browser kan geen passkeys maken. Gebruik een andere browser of kies een andere sleutel.',
    fr: 'Ce navigateur ne peut pas créer de clé d’accès. Utilisez un autre navigateur ou choisissez une autre clé.',
    de: 'Dieser Browser kann keine Passkeys erstellen. Benutzen Sie einen anderen Browser oder wählen Sie einen anderen Schlüssel.',
    en: 'This browser cannot make passkeys. Use another browser or choose another key.',
  },
  failedTitle: {
    nl: 'Er is geen passkey gemaakt',
    fr: 'Aucune clé d’accès n’a été créée',
    de: 'Es wurde kein Passkey erstellt',
    en: 'No passkey was made',
  },
  failed: {
    nl: 'U hebt gestopt, of uw toestel kon u niet herkennen. Probeer het gerust opnieuw.',
    fr: 'Vous avez arrêté, ou votre appareil ne vous a pas reconnu. Vous pouvez réessayer.',
    de: 'Sie haben abgebrochen, oder Ihr Gerät hat Sie nicht erkannt. Versuchen Sie es ruhig noch einmal.',
    en: 'You stopped, or your device did not recognise you. Feel free to try again.',
  },
  existsTitle: {
    nl: 'Dit toestel heeft al een passkey van u',
    fr: 'Cet appareil a déjà une clé d’accès à vous',
    de: 'Dieses Gerät hat schon einen Passkey von Ihnen',
    en: 'This device already has a passkey of yours',
  },
  exists: {
    nl: 'U hoeft niets te doen: meld u aan met de passkey die u hebt. Of gebruik een ander toestel.',
    fr: 'Vous n’avez rien à faire : identifiez-vous avec celle que vous avez. Ou utilisez un autre appareil.',
    de: 'Sie müssen nichts tun: Melden Sie sich mit dem vorhandenen Passkey an. Oder benutzen Sie ein anderes Gerät.',
    en: 'There is nothing to do: sign in with the passkey that you have. Or use another device.',
  },
  expiredTitle: {
    nl: 'Het duurde te lang',
    fr: 'Cela a pris trop de temps',
    de: 'Es hat zu lange gedauert',
    en: 'It took too long',
  },
  expired: {
    nl: 'U hebt vijf minuten om de passkey te maken. Druk opnieuw op de knop.',
    fr: 'Vous avez cinq minutes pour créer la clé d’accès. Appuyez de nouveau sur le bouton.',
    de: 'Sie haben fünf Minuten, um den Passkey zu erstellen. Drücken Sie noch einmal auf die Schaltfläche.',
    en: 'You have five minutes to make the passkey. Press the button again.',
  },
  'not-acceptedTitle': {
    nl: 'We kunnen deze passkey niet aanvaarden',
    fr: 'Nous ne pouvons pas accepter cette clé d’accès',
    de: 'Wir können diesen Passkey nicht annehmen',
    en: 'We cannot accept this passkey',
  },
  'not-accepted': {
    nl: 'Uw toestel moet nagaan dat u het bent, met uw vinger, uw gezicht of een code. Probeer het opnieuw of gebruik een ander toestel.',
    fr: 'Votre appareil doit vérifier que c’est vous, avec votre doigt, votre visage ou un code. Réessayez ou utilisez un autre appareil.',
    de: 'Ihr Gerät muss prüfen, dass Sie es sind, mit Finger, Gesicht oder Code. Versuchen Sie es noch einmal oder benutzen Sie ein anderes Gerät.',
    en: 'Your device must check that it is you, with your finger, your face or a code. Try again or use another device.',
  },
});
