import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runCommand, withFolder } from '../../testing/run-command.js';

describe('strapetsi key', () => {
  it('makes a new key of 256 bits each time, in a file that only its owner can read', async () => {
    await withFolder(async (at) => {
      await runCommand(['key', at('a')]);
      await runCommand(['key', at('b')]);
      expect(readFileSync(at('a'), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
      expect(readFileSync(at('a'), 'utf8')).not.toBe(readFileSync(at('b'), 'utf8'));
      expect(statSync(at('a')).mode & 0o077).toBe(0);
    });
  });

  it('never writes over a key', async () => {
    await withFolder(async (at) => {
      await runCommand(['key', at('a')]);
      const before = readFileSync(at('a'), 'utf8');
      const { exitCode, errors } = await runCommand(['key', at('a')]);
      expect(exitCode).toBe(2);
      expect(errors).toContain('exists already');
      expect(readFileSync(at('a'), 'utf8')).toBe(before);
    });
  });
});
