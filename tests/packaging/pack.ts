import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');

export interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

export interface Workspace {
  readonly folder: string;
  readonly json: PackageJson;
}

export const workspaces: readonly Workspace[] = readdirSync(join(root, 'packages'))
  .sort()
  .map((folder) => ({
    folder: join(root, 'packages', folder),
    json: JSON.parse(readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8')) as PackageJson,
  }));

export interface Tarball {
  readonly name: string;
  /** Absolute path of the `.tgz`. */
  readonly path: string;
  /** Paths inside the package. */
  readonly files: readonly string[];
}

const exec = promisify(execFile);

/** Runs a program and gives what it wrote; rejects with both streams in the message. */
export async function output(command: string, args: readonly string[], cwd: string): Promise<string> {
  try {
    const { stdout } = await exec(command, args, { cwd, maxBuffer: 64 * 1024 * 1024 });
    return stdout;
  } catch (error) {
    const { stdout = '', stderr = '', message = '' } = error as { stdout?: string; stderr?: string; message?: string };
    throw new Error([message, stdout, stderr].filter(Boolean).join('\n'), { cause: error });
  }
}

/** Packs every package as `npm publish` would, into `destination`. */
export async function packAll(destination: string): Promise<readonly Tarball[]> {
  const answer = await output('npm', ['pack', '--workspaces', '--json', '--pack-destination', destination], root);
  const packed = JSON.parse(answer) as readonly {
    name: string;
    filename: string;
    files: readonly { path: string }[];
  }[];
  return packed.map(({ name, filename, files }) => ({
    name,
    path: join(destination, filename),
    files: files.map((file) => file.path),
  }));
}

/** The names under which a package's modules are imported: `@strapetsi/indicators`, `@strapetsi/indicators/table` … */
export const modulesOf = ({ json }: Workspace): readonly string[] =>
  Object.entries(json.exports)
    .filter(([, target]) => typeof target === 'object')
    .map(([path]) => join(json.name, path));
