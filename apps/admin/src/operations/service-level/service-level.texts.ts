import { defineTexts } from '#libs/texts';

export const serviceLevelTexts = defineTexts('admin/service-level', {
  title: {
    nl: 'Dienstverlening {year}',
    fr: 'Niveau de service {year}',
    de: 'Servicequalität {year}',
    en: 'Service level {year}',
  },
  lead: {
    nl: 'Afgesproken onderhoud telt niet mee. Het objectief is {objective}, 24 uur per dag en 7 dagen per week.',
    fr: 'Les entretiens convenus ne comptent pas. L’objectif est de {objective}, 24 heures sur 24 et 7 jours sur 7.',
    de: 'Vereinbarte Wartung zählt nicht. Das Ziel ist {objective}, rund um die Uhr und an allen Tagen.',
    en: 'Agreed maintenance does not count. The objective is {objective}, 24 hours a day and 7 days a week.',
  },
  availability: { nl: 'Beschikbaarheid', fr: 'Disponibilité', de: 'Verfügbarkeit', en: 'Availability' },
  availabilityShown: {
    nl: 'Beschikbaarheid per maand, in procent',
    fr: 'Disponibilité par mois, en pour cent',
    de: 'Verfügbarkeit nach Monat, in Prozent',
    en: 'Availability by month, in percent',
  },
  ceiling: { nl: 'Hoogst haalbaar', fr: 'Maximum possible', de: 'Höchstens möglich', en: 'Highest possible' },
  ceilingHint: {
    nl: 'Hoogst haalbaar is de laagste beschikbaarheid van de partijen van wie wij afhangen.',
    fr: 'Le maximum possible est la plus basse disponibilité des parties dont nous dépendons.',
    de: 'Höchstens möglich ist die niedrigste Verfügbarkeit der Beteiligten, von denen wir abhängen.',
    en: 'The highest possible is the lowest availability of the parties on whom we depend.',
  },
  period: { nl: 'Periode', fr: 'Période', de: 'Zeitraum', en: 'Period' },
  down: { nl: 'Minuten storing', fr: 'Minutes de panne', de: 'Minuten Störung', en: 'Minutes down' },
  agreed: {
    nl: 'Minuten onderhoud',
    fr: 'Minutes d’entretien',
    de: 'Minuten Wartung',
    en: 'Minutes of maintenance',
  },
  unknown: {
    nl: 'Minuten niet gemeten',
    fr: 'Minutes non mesurées',
    de: 'Minuten nicht gemessen',
    en: 'Minutes not measured',
  },
  user: {
    nl: 'Pagina’s binnen 2 s (norm 95 %)',
    fr: 'Pages en moins de 2 s (norme 95 %)',
    de: 'Seiten innerhalb von 2 s (Norm 95 %)',
    en: 'Pages within 2 s (norm 95 %)',
  },
  application: {
    nl: 'Antwoorden aan toepassingen binnen 0,1 s (norm 95 %)',
    fr: 'Réponses aux applications en moins de 0,1 s (norme 95 %)',
    de: 'Antworten an Anwendungen innerhalb von 0,1 s (Norm 95 %)',
    en: 'Answers to applications within 0.1 s (norm 95 %)',
  },
  load: {
    nl: 'Piek tegenover capaciteit',
    fr: 'Pic par rapport à la capacité',
    de: 'Spitze gegen Kapazität',
    en: 'Peak against capacity',
  },
  table: {
    nl: 'Cijfers van {year}',
    fr: 'Chiffres de {year}',
    de: 'Zahlen von {year}',
    en: 'Figures of {year}',
  },
  nothing: {
    nl: 'Van dit jaar is nog niets bekend.',
    fr: 'Rien n’est encore connu de cette année.',
    de: 'Von diesem Jahr ist noch nichts bekannt.',
    en: 'Nothing is known of this year yet.',
  },
  pdf: { nl: 'Als PDF', fr: 'En PDF', de: 'Als PDF', en: 'As PDF' },
  csv: { nl: 'Als CSV', fr: 'En CSV', de: 'Als CSV', en: 'As CSV' },
  before: { nl: 'Jaar ervoor', fr: 'Année précédente', de: 'Jahr davor', en: 'Year before' },
});
