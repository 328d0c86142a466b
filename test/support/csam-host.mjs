import { pathToFileURL } from 'node:url';

// A process that runs commands of csam one after the other: what a command takes alone is almost wholly loading code.
const [entry] = process.argv.slice(2);
const { runCommand } = await import(pathToFileURL(entry).href);
const { stdout, stderr } = process;
const writers = { stdout: stdout.write.bind(stdout), stderr: stderr.write.bind(stderr) };

process.on('message', async ({ words, env }) => {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  const said = { stdout: '', stderr: '' };
  for (const [name, stream] of Object.entries({ stdout, stderr })) {
    stream.write = (text, ...rest) => {
      said[name] += text;
      rest.findLast((one) => typeof one === 'function')?.();
      return true;
    };
  }
  const code = await runCommand(words);
  stdout.write = writers.stdout;
  stderr.write = writers.stderr;
  process.send({ code, ...said });
});
process.on('disconnect', () => process.exit());
process.send('ready');
