import type { Language, LocalisedText } from '#libs/kernel';
import type { KeyKind, ServiceKind } from '#libs/loa';

const names = new Map<KeyKind, LocalisedText>();

/** Tells the names of recognised services, which stand in the configuration; each process does it when it starts. */
export function nameServices(
  services: readonly { readonly key: KeyKind; readonly name: LocalisedText }[],
): void {
  for (const { key, name } of services) names.set(key, name);
}

/** The name that people know the service by; its bare word when the configuration knows it no longer. */
export const serviceName = (key: ServiceKind, language: Language): string =>
  names.get(key)?.[language] ?? key.slice('service-'.length);
