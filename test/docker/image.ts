import ignoredBy from '@balena/dockerignore';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { type Stage, type Step, stagesOf, wordsOf } from './dockerfile.js';

/** What the last stage leaves: the folder that is the root of its file system, and how it is started. */
export interface Image {
  root: string;
  folder: string;
  environment: Record<string, string>;
  user: string;
  command: string[];
  healthCheck: string[];
}

/**
 * Takes the steps of a Dockerfile one after the other, each stage in an empty folder, with the Node of its image and without a Docker
 * engine. Only what `.dockerignore` lets through can be copied. A step of a kind that is not known here is an error.
 * @param context folder with the Dockerfile @param work empty folder; a folder below it is the root of a stage
 */
export function buildWithoutDocker(context: string, work: string): Image {
  const ignored = ignoredBy().add(readFileSync(join(context, '.dockerignore'), 'utf8'));
  let image: Image | null = null;
  for (const stage of stagesOf(join(context, 'Dockerfile'))) image = takeSteps(stage, { context, ignored, work });
  if (image === null) throw new Error('The Dockerfile has no stage.');
  return image;
}

interface Context {
  context: string;
  ignored: ReturnType<typeof ignoredBy>;
  work: string;
}

/** The path with the Node of an image `node:…` first, fetched once into `work`. */
function pathOf(base: string, work: string): string {
  const [, version] = /^node:(\d+)\b/.exec(base) ?? [];
  if (version === undefined) throw new Error(`No rule here for an image that begins from ${base}.`);
  const folder = join(work, `node-${version}`);
  if (!existsSync(folder)) {
    mkdirSync(folder);
    const archive = `npm pack --silent node-linux-${process.arch}@${version} && tar xzf *.tgz --strip-components 1`;
    run(archive, { root: folder, folder: '/', environment: {} });
  }
  return `${join(folder, 'bin')}:${process.env['PATH']}`;
}

function takeSteps({ name, base, steps }: Stage, from: Context): Image {
  const { work } = from;
  const environment = { PATH: pathOf(base, work) };
  const image: Image = { root: join(work, name), folder: '/', environment, user: 'root', command: [], healthCheck: [] };
  mkdirSync(image.root);
  const take: Record<string, (step: Step) => void> = {
    WORKDIR: ({ words: [folder = ''] }) => {
      image.folder = resolve(image.folder, folder);
      mkdirSync(join(image.root, image.folder), { recursive: true });
    },
    ENV: ({ values }) => Object.assign(image.environment, values),
    COPY: ({ words, flags }) => {
      const to = words.at(-1)!;
      const into = to.endsWith('/') || words.length > 2;
      const target = join(image.root, resolve(image.folder, to));
      for (const path of words.slice(0, -1)) {
        if (flags['from'] === undefined) copyFromContext(from, path, target, into);
        else copy(join(work, flags['from'], path), target, into);
      }
    },
    RUN: ({ text }) => run(text, image),
    USER: ({ words: [user = ''] }) => void (image.user = user),
    EXPOSE: () => undefined,
    HEALTHCHECK: ({ text }) => void (image.healthCheck = execForm(text.replace(/^CMD\s+/, ''))),
    CMD: ({ text }) => void (image.command = execForm(text)),
  };
  for (const step of steps) {
    if (!Object.hasOwn(take, step.keyword)) throw new Error(`No rule here for ${step.keyword}.`);
    take[step.keyword]!(step);
  }
  return image;
}

/** Nothing but the program itself, which then gets the signals of whoever stops it. */
function execForm(text: string): string[] {
  const words = wordsOf(text);
  if (words === null) throw new Error(`A shell stands between: ${text}`);
  return words;
}

/** Docker is sent only what `.dockerignore` lets through. */
function copyFromContext({ context, ignored }: Context, from: string, target: string, into: boolean): void {
  const below = filesBelow(context, from).filter((file) => !ignored.ignores(file));
  if (below.length === 0) throw new Error(`COPY ${from}: not there, or left out by .dockerignore.`);
  for (const file of below) {
    if (file === from) copy(join(context, file), target, into);
    else copy(join(context, file), join(target, relative(from, file)), false);
  }
}

function filesBelow(context: string, path: string): string[] {
  const found = statSync(join(context, path), { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found ? [path] : [];
  const entries = readdirSync(join(context, path), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(context, join(entry.parentPath, entry.name)));
}

/** As COPY does: a folder's content, a file under its name into a folder, or as the name given. */
function copy(from: string, target: string, into: boolean): void {
  if (!existsSync(from)) throw new Error(`COPY ${from}: not there.`);
  cpSync(from, statSync(from).isFile() && into ? join(target, basename(from)) : target, { recursive: true });
}

function run(command: string, { root, folder, environment }: Pick<Image, 'root' | 'folder' | 'environment'>): void {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
    cwd: join(root, folder),
    env: { ...cleanEnvironment(), ...environment },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`RUN ${command} ended with ${status}:\n${stdout}${stderr}`);
}

/** What a container does not get of this machine: all but where programs, certificates and packages are. */
export function cleanEnvironment(): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) =>
      /^(PATH|HOME|.*_CA_?CERT.*|SSL_.*|https?_proxy|no_proxy|npm_config_.*)$/i.test(name),
    ),
  );
}
