/**
 * Words that people choose most often as a password, here and elsewhere, in lower case. A password that is
 * one of them, with nothing but digits and signs around it, is refused (NIST SP 800-63B 3.1.1.2).
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `
password passwort passw0rd p@ssword p@ssw0rd pa55word wachtwoord motdepasse kennwort passwoord password password
passpass passwordpassword letmein letmeinnow welcome welkom bienvenue willkommen login log inloggen aanmelden
connexion anmelden admin administrator administrateur beheerder root toor superuser user username gebruiker
utilisateur benutzer guest gast invite demo test testtest tester testing changeme changeit default secret
geheim secreet topsecret mysecret private prive privat access toegang acces zugang master masterkey
iloveyou ikhouvanjou ikhouvanje jetaime jetaimemonamour ichliebedich loveyou loveme lovely love liefde amour
liebe schatje schat cherie cheri liefje mylove sweetheart darling princess prinses princesse prinzessin
qwerty qwertyuiop qwertyui qwert qwertz qwertzuiop azerty azertyuiop azertyui azert asdf asdfasdf asdfgh
asdfghjk asdfghjkl qsdfghjk qsdfghjklm qsdfgh zxcvbn zxcvbnm yxcvbnm wxcvbn qazwsx qazwsxedc azeqsd qweasd
qweasdzxc qwe qweqwe aqwzsx aqwzsxedc abc abcabc abcd abcdef abcdefg abcdefgh abcdefghi aaa aaaaaa
football voetbal futbol fussball soccer basketball baseball hockey tennis cycling wielrennen velo cyclisme
monkey aap dragon draak tiger tijger tigre lion leeuw lion shadow schaduw ombre schatten superman batman
spiderman pokemon pikachu starwars naruto mickey minnie snoopy kitty hellokitty garfield tweety harrypotter
sunshine zonnetje soleil sonne sonnenschein zonneschijn flower bloem fleur blume butterfly vlinder papillon
schmetterling summer zomer ete sommer winter hiver spring lente printemps fruhling autumn herfst automne herbst
january januari janvier januar february februari fevrier februar march maart mars marz april avril may mei mai
june juni juin july juli juillet august augustus aout september septembre october oktober octobre november
novembre december decembre dezember monday maandag lundi montag friday vrijdag vendredi freitag sunday zondag
dimanche sonntag saturday zaterdag samedi samstag
hello hallo bonjour salut goedendag gutentag hey hoi coucou thankyou dankjewel merci danke please alstublieft
michael jennifer jordan daniel thomas nicolas nathalie isabelle stephanie sebastien julien maxime alexandre
alexander robert charlie jessica ashley michelle andrew joshua matthew anthony amanda samantha nicole jasmine
sophie sarah laura emma marie martin martine patrick philippe christophe christine valerie veronique sandrine
kristof wouter pieter jeroen tom kevin kevinkevin jonas lucas louis noah elise lotte charlotte jan piet joris
computer ordinateur rechner laptop internet google facebook youtube instagram linkedin whatsapp twitter amazon
microsoft windows apple iphone samsung android nintendo playstation xbox minecraft fortnite callofduty
belgium belgie belgique belgien brussels brussel bruxelles antwerp antwerpen anvers ghent gent gand bruges
brugge leuven louvain liege luik luttich namur namen mons bergen charleroi hasselt kortrijk oostende mechelen
aalst vlaanderen flandre flandern wallonie walloniee wallonia anderlecht clubbrugge standard reddevils
rodeduivels diablesrouges europe europa france frankrijk paris parijs london londen holland nederland
amsterdam germany deutschland berlin chocolate chocolade chocolat schokolade cookie koekje frieten frites
pizza banana banaan banane orange oranje appel pomme cheese kaas fromage biere bier beer
whatever trustno trustnoone freedom vrijheid liberte freiheit happy gelukkig heureux glucklich family familie
famille mother moeder mere mutter father vader pere vater mama papa maman oma opa mamie papy baby bebe kids
killer hunter ranger soldier warrior ninja samurai pirate cowboy rockstar metallica nirvana eminem beatles
ferrari mercedes porsche mustang corvette harley yamaha honda toyota volkswagen renault peugeot
blink hottie angel engel ange heaven hemel ciel himmel jesus christ god dieu gott maria blessed faith
diamond diamant gold goud silver zilver argent pepper ginger maggie buster bailey max rocky lucky
money geld argent business kantoor bureau office company bedrijf societe firma work werk travail arbeit
school ecole schule student etudiant teacher leraar professeur lehrer
correcthorsebatterystaple correct trustme nopassword nothing niets rien nichts blabla blablabla bla
`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
