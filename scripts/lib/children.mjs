import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

const running = new Set();

/**
 * Runs a helper program to its end and gathers what it says.
 *
 * @returns {Promise<{ status: number, output: string, stdout: string }>}
 */
export function runChild(command, args, { env = process.env } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    let output = '';
    let stdout = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => (output += chunk));
    const end = (status) => {
      running.delete(child);
      resolve({ status, output, stdout });
    };
    child.once('error', (error) => {
      output += error.message;
      end(-1);
    });
    child.once('close', (status) => end(status ?? 1));
  });
}

/** Ends the helpers that still run. */
export function endChildren() {
  for (const child of running) child.kill('SIGKILL');
}
