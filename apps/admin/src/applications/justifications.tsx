import { attributeLabel, ATTRIBUTES } from '#libs/attributes';
import type { Language } from '#libs/kernel';
import { TextField } from '#libs/ui';
import type { Problems, Typed } from '../frame/form/typed.js';
import type { DossierMessage } from './dossier/dossier-form.js';
import { servicesTexts } from './services.texts.js';

export interface JustificationsProps {
  readonly language: Language;
  readonly typed: Typed;
  readonly problems: Problems<DossierMessage>;
}

type Attribute = (typeof ATTRIBUTES)[number]['name'];

/** Why each of the data is needed: of what is asked already in sight, of the rest folded away. */
export function Justifications(props: JustificationsProps) {
  const { language, typed, problems } = props;
  const t = servicesTexts.in(language);
  const names = ATTRIBUTES.map(({ name }) => name);
  const chosen = typed.chosen('attributes', names);
  const inSight = names.filter((name) => chosen.includes(name) || problems.at(`why-${name}`) !== undefined);
  const others = names.filter((name) => !inSight.includes(name));
  return (
    <>
      {inSight.map((name) => (
        <Why key={name} {...props} name={name} />
      ))}
      <details class="chart-numbers" open={inSight.length === 0}>
        <summary>{t(inSight.length === 0 ? 'reasons' : 'otherReasons')}</summary>
        {others.map((name) => (
          <Why key={name} {...props} name={name} />
        ))}
      </details>
    </>
  );
}

function Why({ language, typed, problems, name }: JustificationsProps & { readonly name: Attribute }) {
  const t = servicesTexts.in(language);
  const wrong = problems.at(`why-${name}`);
  return (
    <TextField
      language={language}
      name={`why-${name}`}
      label={t('why', { attribute: attributeLabel(name, language) })}
      value={typed.text(`why-${name}`)}
      error={wrong && t(wrong)}
      optional
    />
  );
}
