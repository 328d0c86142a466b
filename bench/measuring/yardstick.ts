import { generateKeyPairSync, sign } from 'node:crypto';

const SIGNATURES = 60;
const message = Buffer.alloc(512);
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/**
 * What one RSA-2048 signature costs this process at this moment, in milliseconds of processor time. Whoever shares
 * the machine makes the same work dearer (caches, cores that are two halves of one): figures from moments with
 * different yardsticks are not to be compared, and budgets were set where it was 0.55.
 */
export function measureYardstick(): number {
  const before = process.cpuUsage();
  for (let count = 0; count < SIGNATURES; count += 1) sign('sha256', message, privateKey);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / SIGNATURES;
}
