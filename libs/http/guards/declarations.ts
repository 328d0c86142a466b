import type { Level } from '#libs/loa';
import type { InterfaceKind } from '#libs/metrics';
import { SetMetadata, type CustomDecorator } from '@nestjs/common';

/** Who may use a route. */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'person'; readonly level: Level }
  | { readonly kind: 'staff'; readonly right: string }
  | { readonly kind: 'client'; readonly scope: string };

export const ACCESS = 'csam:access';
export const CROSS_SITE = 'csam:cross-site';
export const INTERFACE = 'csam:interface';

/** Anybody. */
export const Public = () => declare({ kind: 'public' });

/** A person signed in at this level at least. */
export const Person = (level: Level) => declare({ kind: 'person', level });

/** A member of staff with this right. */
export const Staff = (right: string) => declare({ kind: 'staff', right });

/** An application with a token of this scope. */
export const Client = (scope: string) => declare({ kind: 'client', scope });

/**
 * Takes forms posted from other sites: only for protocol endpoints, which check by signature or client
 * authentication who is speaking.
 */
export const CrossSite = (): CustomDecorator => SetMetadata(CROSS_SITE, true);

/** Which response-time norm applies, and the form in which errors are answered: pages or JSON. */
export const Interface = (kind: InterfaceKind): CustomDecorator => SetMetadata(INTERFACE, kind);

function declare(access: Access): CustomDecorator {
  return SetMetadata(ACCESS, access);
}
