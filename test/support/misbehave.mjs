/** Loaded before an app, by `--import`: lets a test make the process go astray by a message. */

const RealDate = Date;
let skew = 0;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, self) =>
    args.length === 0 ? new RealDate(RealDate.now() + skew) : Reflect.construct(target, args, self),
  get: (target, name) => (name === 'now' ? () => RealDate.now() + skew : Reflect.get(target, name)),
});

const deeds = {
  /** Its clock jumps; timers, which follow another clock, do not notice. */
  skew: ({ milliseconds }) => (skew = milliseconds),
  /** Its event loop stands still. */
  freeze: ({ milliseconds }) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds),
  /** It takes memory until it has none left. */
  exhaust: () => {
    for (let held = [0]; ; held = [...held, ...held]);
  },
};

process.on('message', (message) => deeds[message?.deed]?.(message));
// The line to the test keeps no process alive that has ended its work.
process.channel?.unref();
