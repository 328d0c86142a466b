import { DataTable, SummaryList, assetPaths } from '#libs/ui';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { ComponentChildren } from 'preact';

type Schemas = Readonly<Record<string, { readonly properties?: Readonly<Record<string, Property>> }>>;
interface Property {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly description?: string;
}
interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly responses: Readonly<Record<string, { readonly description?: string }>>;
}

/** The API for those who program against it; in English only, like the names in it. */
export function DocumentationPage({
  document,
  appendix,
}: {
  readonly document: OpenAPIObject;
  readonly appendix?: ComponentChildren;
}) {
  const { title, description, version } = document.info;
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={assetPaths.stylesheet} />
        <link rel="icon" type="image/svg+xml" href={assetPaths.favicon} />
      </head>
      <body>
        <main class="main">
          <div class="container flow">
            <h1>{title}</h1>
            <p class="lead">{description}</p>
            <p>
              Version {version}. For programs: <a href="/api/docs-json">the OpenAPI document</a>.
            </p>
            {operationsOf(document).map(({ method, path, operation }) => (
              <OperationSection method={method} path={path} operation={operation} />
            ))}
            <h2>Shapes</h2>
            {Object.entries((document.components?.schemas ?? {}) as Schemas).map(([name, schema]) => (
              <ShapeTable
                name={name.replace(/(Schema|Shape|Body)$/, '')}
                properties={schema.properties ?? {}}
              />
            ))}
            {appendix}
          </div>
        </main>
      </body>
    </html>
  );
}

function operationsOf({ paths }: OpenAPIObject) {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item as Readonly<Record<string, Operation>>)
      .filter(([method]) => ['get', 'post', 'put', 'patch', 'delete'].includes(method))
      .map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
}

function OperationSection({
  method,
  path,
  operation,
}: {
  method: string;
  path: string;
  operation: Operation;
}) {
  return (
    <section class="flow">
      <h2>
        <code>
          {method} {path}
        </code>
      </h2>
      <p>{operation.summary}</p>
      <p>{operation.description}</p>
      <SummaryList
        items={Object.entries(operation.responses).map(([status, { description }]) => ({
          label: status,
          value: description ?? '',
        }))}
      />
    </section>
  );
}

function ShapeTable({ name, properties }: { name: string; properties: Readonly<Record<string, Property>> }) {
  return (
    <DataTable
      caption={name}
      columns={[{ heading: 'Field' }, { heading: 'Type' }, { heading: 'Meaning' }]}
      rows={Object.entries(properties).map(([field, property]) => [
        <code>{field}</code>,
        property.enum?.join(', ') ?? property.type ?? 'object',
        property.description ?? '',
      ])}
    />
  );
}
