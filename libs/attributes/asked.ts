import { attributeNamed, baseOf, parameterOf } from './catalogue.js';

/** Whether a dossier lets this name be asked: itself, or its attribute where any parameter will do. */
export function isInDossier(dossier: readonly string[], name: string): boolean {
  if (dossier.includes(name)) return true;
  return attributeNamed(name)?.parameter?.open === true && dossier.includes(baseOf(name));
}

/** Whether a legal basis covers this name: it names attributes, and with them whatever their parameter is. */
export const isCovered = (covered: readonly string[], name: string): boolean =>
  covered.includes(name) || covered.includes(baseOf(name));

/**
 * What an application asks when it asks these attributes by scope or claim: those that need a parameter with every one
 * that the dossier names, and with every value that the request gives.
 *
 * @param values values that a request gives for an attribute (OpenID Connect Core 5.5.1), by its name
 */
export function askedNames(
  names: readonly string[],
  dossier: readonly string[],
  values: Readonly<Record<string, readonly string[]>> = {},
): string[] {
  const asked = names.flatMap((name) => {
    if (attributeNamed(name)?.parameter === undefined || parameterOf(name) !== undefined) return [name];
    const registered = dossier.filter((one) => baseOf(one) === name && parameterOf(one) !== undefined);
    return [...registered, ...(values[name] ?? []).map((value) => `${name}:${value}`)];
  });
  return [...new Set(asked)].filter((name) => attributeNamed(name) !== undefined);
}
