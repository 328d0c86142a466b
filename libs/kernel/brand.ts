/** A value that was checked once and cannot be confused with a plain one; costs nothing at run time. */
export type Brand<T, Name extends string> = T & { readonly __brand: Name };
