import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sources } from './build.mjs';
import { root } from './paths.mjs';

const DEFINITIONS = /^(apps|libs)\/.*\.(errors|audit)\.tsx?$/;
const ENVIRONMENTS = ['default', 'demo', 'production'];

/** The compiled form of a source file. */
function importBuilt(file) {
  return import(pathToFileURL(join(root, 'dist', file.replace(/\.tsx?$/, '.js'))).href);
}

/** Everything that the documents are made of, from the compiled code: importing a definition registers it. */
export async function loadCatalogues() {
  const definitions = sources()
    .map((file) => file.split('\\').join('/'))
    .filter((file) => DEFINITIONS.test(file));
  for (const file of definitions) await importBuilt(file);
  const { allErrors } = await importBuilt('libs/http/index.ts');
  const { allAuditEvents, isPersonal } = await importBuilt('libs/audit/index.ts');
  const { ATTRIBUTES } = await importBuilt('libs/attributes/index.ts');
  const { JOURNEY_TABLE } = await importBuilt('apps/fas/src/journey/journey-table.ts');
  return {
    errors: allErrors(),
    auditEvents: allAuditEvents().map((event) => ({
      ...event,
      closed: Object.keys(event.fields).filter((field) => isPersonal(event, field)),
    })),
    transitions: JOURNEY_TABLE,
    attributes: ATTRIBUTES,
    settings: await loadSettings(),
  };
}

/** Every setting with its meaning and what the files of config/ give it. */
async function loadSettings() {
  const { Config } = await importBuilt('libs/config/config.ts');
  const { meaningOf } = await importBuilt('libs/config/documented.ts');
  const { plainToInstance } = await import('class-transformer');
  const { parse } = await import('yaml');
  const values = Object.fromEntries(
    ENVIRONMENTS.map((name) => [
      name,
      parse(readFileSync(join(root, 'config', `${name}.yaml`), 'utf8')) ?? {},
    ]),
  );
  values.default.identityServices = parse(readFileSync(join(root, 'config/identity-services.yaml'), 'utf8'));
  return settingsOf(Config, [], { meaningOf, plainToInstance, values });
}

/**
 * Walks a class of the schema. Which class a nested group has is asked of class-transformer: given an empty object
 * for every property, it makes instances of the groups and leaves the others as they are.
 */
function settingsOf(group, path, tools) {
  // A table by name: one of its rows stands for all.
  if (path.at(-1) === 'identityServices') return settingsOf(group, [...path, 'itsme'], tools);
  const names = Object.keys(new group());
  const instance = tools.plainToInstance(group, Object.fromEntries(names.map((name) => [name, {}])));
  return names.flatMap((name) => {
    const here = [...path, name];
    const inner = instance[name]?.constructor;
    if (inner !== undefined && inner !== Object) return settingsOf(inner, here, tools);
    return [
      {
        name: here.join('.'),
        meaning: tools.meaningOf(group.prototype, name),
        values: valuesAt(here, tools),
      },
    ];
  });
}

function valuesAt(path, { values }) {
  return Object.fromEntries(
    ENVIRONMENTS.map((name) => [name, path.reduce((value, key) => value?.[key], values[name])]),
  );
}
