const GENERATED = 'Made from the code by `npm run docs`; edit the definition, not this file.';

const oneLine = (text) =>
  String(text ?? '')
    .replaceAll('|', '\\|')
    .replaceAll('\n', ' ');

const cell = (text) => oneLine(text).replaceAll('<', '&lt;');

const code = (text) => (text === '' || text === undefined ? '' : `\`${oneLine(text)}\``);

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function page(title, ...parts) {
  return `${[`# ${title}`, GENERATED, ...parts].join('\n\n')}\n`;
}

function errorsPage({ errors }) {
  const rows = errors.map(({ code: name, status, title, action, meaning }) => [
    code(name),
    status,
    cell(title.en),
    cell(action.en),
    cell(meaning),
  ]);
  return page(
    'Errors',
    'What people and applications may meet. A page shows title, explanation, advice and a reference in the language of the person; an application gets the same as `application/problem+json` (RFC 9457).',
    table(['Code', 'Status', 'Title', 'Advice', 'For support and integrators'], rows),
  );
}

function auditEventsPage({ auditEvents }) {
  const fieldsOf = (fields, closed) =>
    Object.entries(fields)
      .map(([name, type]) => `${code(`${name}: ${type}`)}${closed.includes(name) ? ' ●' : ''}`)
      .join(', ');
  const rows = auditEvents.map(({ name, retention, meaning, fields, closed }) => [
    code(name),
    cell(retention),
    cell(meaning),
    fieldsOf(fields, closed),
  ]);
  return page(
    'Audit events',
    'Besides its own fields (a `?` means that it may be absent), each record has the moment, the reference of the request, and where known the person (FedID), who acted, the application, the agency and the network address, shortened. People (`person`), the network of somebody who is known, and fields with ● in records about a person stand there encrypted, and are lost to everybody when the person is erased.',
    table(['Event', 'Kept as', 'Meaning', 'Fields'], rows),
  );
}

function configurationPage({ settings }) {
  const shown = (value) =>
    value === undefined ? '' : code(typeof value === 'string' ? value : JSON.stringify(value));
  const rows = settings.map(({ name, meaning, values }) => [
    code(name),
    cell(meaning),
    shown(values.default),
    shown(values.demo),
    shown(values.production),
  ]);
  return page(
    'Configuration',
    '`config/default.yaml`, under `config/<CSAM_ENV>.yaml`, under the environment variables that a meaning names. `${NAME}` stands for an environment variable, `${DATA}` for the folder of data (`CSAM_DATA_DIRECTORY`), `${PORT+n}` for the port n above `CSAM_PORT_BASE`. An unknown setting or a wrong value stops the process at start.',
    table(['Setting', 'Meaning', 'Default', 'Demo', 'Production'], rows),
  );
}

function journeysPage({ transitions }) {
  const rows = transitions.map(({ from, event, to, page: shown }) => [
    code(from),
    code(event),
    code(to),
    cell(shown),
  ]);
  const first = transitions[0]?.from;
  const reached = [...new Set(transitions.map(({ to }) => to))];
  const last = reached.filter((state) => transitions.every(({ from }) => from !== state));
  const diagram = [
    '```mermaid',
    'stateDiagram-v2',
    `  [*] --> ${first}`,
    ...transitions.map(({ from, event, to }) => `  ${from} --> ${to}: ${event}`),
    ...last.map((state) => `  ${state} --> [*]`),
    '```',
  ].join('\n');
  return page(
    'Journeys',
    'The road of a login. An event that a state does not accept changes nothing: the page of the state is shown again, which makes Back and a second tab harmless.',
    diagram,
    table(['State', 'Event', 'Next state', 'What the person sees next'], rows),
  );
}

const LANGUAGES = { nl: 'Nederlands', fr: 'Français', de: 'Deutsch', en: 'English' };

function attributesPage({ attributes }) {
  const rows = attributes.map((attribute) => [
    code(attribute.parameter === undefined ? attribute.name : `${attribute.name}:…`),
    code(attribute.oidcClaim),
    code(attribute.scope),
    code(attribute.samlName),
    attribute.type,
    attribute.source,
    attribute.freshness,
    attribute.sensitivity,
    attribute.legalBases.map(code).join(' '),
    attribute.contexts.join(', '),
    attribute.forSelfRegistered ? 'yes' : 'no',
  ]);
  const parameters = attributes
    .filter(({ parameter }) => parameter !== undefined)
    .map(({ name, parameter }) => [
      code(`${name}:…`),
      cell(parameter.meaning.en),
      code(parameter.pattern.source),
      parameter.open ? 'any, asked at the sign-in' : 'those that the dossier names',
    ]);
  const meanings = Object.entries(LANGUAGES).flatMap(([language, title]) => [
    `## ${title}`,
    table(
      ['Attribute', 'Label', 'Meaning'],
      attributes.map(({ name, label, meaning }) => [
        code(name),
        cell(label[language]),
        cell(meaning[language]),
      ]),
    ),
  ]);
  return page(
    'Attributes',
    'What a service can ask about a person. It receives what it asks, what its dossier holds, and what a legal basis covers that is valid on the day. A source `national-register` stands for the BIS register where the person is there.',
    table(
      [
        'Attribute',
        'OIDC claim',
        'Scope',
        'SAML name',
        'Type',
        'Source',
        'Freshness',
        'Sensitivity',
        'Legal bases that can cover it',
        'Contexts',
        'Self-registered',
      ],
      rows,
    ),
    '## With a parameter',
    table(['Attribute', 'Parameter', 'Form', 'Values'], parameters),
    ...meanings,
  );
}

/** The generated documents by file name. */
export function renderDocs(catalogues) {
  return {
    'errors.md': errorsPage(catalogues),
    'audit-events.md': auditEventsPage(catalogues),
    'configuration.md': configurationPage(catalogues),
    'journeys.md': journeysPage(catalogues),
    'attributes.md': attributesPage(catalogues),
  };
}
