import { CheckboxField, TextField } from '#libs/ui';
import type { EditServiceProps } from './edit-service.page.js';
import { servicesTexts } from './services.texts.js';

type VolumeProps = Pick<EditServiceProps, 'frame' | 'typed' | 'problems'>;
type TextName = 'signInsPerYear' | 'signInsAtPeak' | 'smsPerMonth';

function Text(props: VolumeProps & { readonly name: TextName }) {
  const { frame, typed, problems, name } = props;
  const t = servicesTexts.in(frame.language);
  const problem = problems.at(name);
  return (
    <TextField
      language={frame.language}
      name={name}
      label={t(name)}
      hint={name === 'smsPerMonth' ? t('smsHint') : undefined}
      value={typed.text(name)}
      error={problem && t(problem)}
      optional
    />
  );
}

/** How much the service is going to be used, and what that may cost. */
export function VolumeFields(props: VolumeProps) {
  const { frame, typed } = props;
  const t = servicesTexts.in(frame.language);
  return (
    <>
      <Text {...props} name="signInsPerYear" />
      <Text {...props} name="signInsAtPeak" />
      <CheckboxField
        language={frame.language}
        name="smsAccepted"
        label={t('smsAccepted')}
        checked={typed.ticked('smsAccepted')}
        optional
      />
      <Text {...props} name="smsPerMonth" />
    </>
  );
}
