import { ATTRIBUTES } from '#libs/attributes';
import { DataTable } from '#libs/ui';

/** What can be asked, for those who program against the API. */
export function AttributeTable() {
  return (
    <DataTable
      caption="Attributes"
      columns={[
        { heading: 'Name' },
        { heading: 'Meaning' },
        { heading: 'Source' },
        { heading: 'Legal bases that can cover it' },
      ]}
      rows={ATTRIBUTES.map(({ name, meaning, source, legalBases }) => [
        <code>{name}</code>,
        meaning.en,
        source,
        legalBases.join(', '),
      ])}
    />
  );
}
