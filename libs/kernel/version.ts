/** What the build puts here, see scripts/lib/bundle.mjs: the version in package.json. */
declare const CSAM_VERSION: string | undefined;

/** Version of the program that runs; `unbuilt` when it runs from its source, as in tests of libraries. */
export const version: string = typeof CSAM_VERSION === 'string' ? CSAM_VERSION : 'unbuilt';
