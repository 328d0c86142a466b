/** Runs the operator's command line as it was built. */
export function csam(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string>;
