import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface LockedPackage {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
}

const json = <Content>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as Content;

describe('XS-34 what others wrote', () => {
  it('is named by one exact version', () => {
    const { dependencies, devDependencies } = json<Record<string, Record<string, string>>>('package.json');
    const versions = Object.entries({ ...dependencies, ...devDependencies });
    expect(versions.length).toBeGreaterThan(50);
    expect(
      versions.filter(([, version]) => !/^(?:npm:.+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version)),
    ).toEqual([]);
  });

  it('is known by its hash, and comes from the registry that the machine names', () => {
    const { packages } = json<{ packages: Record<string, LockedPackage> }>('package-lock.json');
    const locked = Object.entries(packages).filter(([name, { link }]) => name !== '' && link !== true);
    expect(locked.length).toBeGreaterThan(300);
    expect(locked.filter(([, { integrity = '' }]) => !integrity.startsWith('sha512-'))).toEqual([]);
    expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  it('runs nothing when it is installed', () => {
    const image = readFileSync('docker/Dockerfile', 'utf8').match(/npm (?:ci|install|prune)[^\n]*/g) ?? [];
    expect(image.length).toBeGreaterThan(0);
    expect(image.filter((command) => !command.includes('--ignore-scripts'))).toEqual([]);
    const setup = readFileSync('scripts/setup.mjs', 'utf8');
    expect(setup).toMatch(/const flags = \['--ignore-scripts',/);
    expect(setup.match(/\bnpm\(\[[^\]]*/g)).toEqual(["npm(['ci', ...flags, ...retries"]);
  });
});
