import type { Config } from './config.js';

/** What a configuration may not hold in production; empty when it may be used. */
export function productionProblems(config: Config): string[] {
  if (config.environment !== 'production') return [];
  const addresses = Object.entries(config.baseUrl) as [string, string | undefined][];
  return [
    ...addresses
      .filter(([, address]) => address?.startsWith('http://'))
      .map(([name]) => `baseUrl.${name}: production demands https`),
    ...(config.baseUrl.sandbox === undefined
      ? []
      : ['baseUrl.sandbox: the sandbox is refused in production']),
    ...(config.http.publicMetrics ? ['http.publicMetrics: metrics are not public in production'] : []),
    ...(config.sources.nationalRegister.url.startsWith('http://')
      ? ['sources.nationalRegister.url: production demands https']
      : []),
    ...(/\.data\b/.test(config.masterKeyFile) ? ['masterKeyFile: a demo key is refused in production'] : []),
  ];
}
