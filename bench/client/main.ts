import { LoadClient } from './load-client.js';
import type { Order, Reply } from './messages.js';

// A process of its own, so that its work can be kept away from the cores that are measured.
let client: LoadClient | undefined;

process.on('message', (order: Order) => {
  carryOut(order).then(
    (reply) => process.send?.(reply),
    (error: unknown) =>
      process.send?.({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) }),
  );
});
process.once('disconnect', () => process.exit());

async function carryOut(order: Order): Promise<Reply> {
  if (order.kind === 'world') {
    client = new LoadClient(order.world);
    return { kind: 'done' };
  }
  if (client === undefined) throw new Error('the client knows no world yet');
  if (order.kind === 'run') return { kind: 'ran', run: await client.run(order.flow, order.pace) };
  const reason = await client.unavailable(order.flow);
  if (reason !== undefined) return { kind: 'unavailable', reason };
  await client.prepare(order.flow);
  return { kind: 'done' };
}
