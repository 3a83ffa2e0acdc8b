import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { WrittenSource } from '../dossier/format.js';
import { graphOfFiles } from '../dossier/load.js';
import { formatProblems } from '../dossier/problem.js';
import { parseYaml } from '../dossier/read/document.js';
import { assembleDossier } from '../import/assemble.js';
import { dossierText, readImport, type ImportFormat } from '../import/import.js';
import { readMapping } from '../import/mapping.js';
import { ImportError, type Unmapped } from '../import/records.js';
import { MemoryStore } from '../store/memory/memory-store.js';
import { readDossiers, type DossierFolder } from './dossier-folder.js';
import { CommandFailed, EXIT } from './exit-codes.js';
import { writeWhole } from './whole-file.js';

export interface ImportOptions extends DossierFolder {
  format: ImportFormat;
  /** A file with a source as dossiers write it, or the id of a source of the graph. */
  source: string;
  mapping: string | null;
  recordedBy: string;
  out: string | null;
  report: string | null;
  /** Compares with nothing but the countries and regions. */
  alone: boolean;
}

/** Makes a dossier of somebody's file, and says what of it has no place there. Exit status 1 where nothing could be made. */
export async function importCommand(file: string, options: ImportOptions): Promise<void> {
  const store = new MemoryStore();
  try {
    const mapping = options.mapping === null ? {} : readMapping(options.mapping, await readFile(options.mapping));
    const read = readImport(file, await readFile(file), options.format, mapping);
    const loaded = options.alone ? graphOfFiles([]) : await readDossiers(options);
    if ('problems' in loaded) throw new CommandFailed(formatProblems(loaded.problems), EXIT.wrongInput);
    await store.load(loaded.graph);
    const imported = await assembleDossier(store, {
      ...{ file: read, mapping, recordedBy: options.recordedBy, recorded: new Date().toISOString().slice(0, 10) },
      source: await sourceOf(store, options.source),
    });
    const text = dossierText(imported.dossier, basename(file));
    if (options.out === null) process.stdout.write(text);
    else await writeWhole(options.out, [text]);
    if (options.report !== null) {
      const report = { file, ...imported.counts, unmapped: imported.unmapped };
      await writeWhole(options.report, [`${JSON.stringify(report, null, 2)}\n`]);
    }
    const { newEntities, knownEntities, relations, claims } = imported.counts;
    console.error(`${newEntities} new entities, ${knownEntities} known ones, ${relations} relations, ${claims} claims.`);
    console.error(summaryOf(imported.unmapped, options.report));
    if (imported.dossier.entities!.length + relations === 0) {
      throw new CommandFailed('NOTHING_TO_IMPORT: nothing of the file has a place in a dossier.', EXIT.wrongInput);
    }
  } catch (error) {
    throw error instanceof ImportError ? new CommandFailed(`${error.code}: ${error.message}`, EXIT.wrongInput) : error;
  } finally {
    await store.close();
  }
}

async function sourceOf(store: MemoryStore, named: string): Promise<WrittenSource> {
  const [known] = await store.sources([named]);
  if (known !== undefined) {
    const { id, title, publisher, url, language, kind, retrieved } = known;
    return { id, title, publisher, url, language, kind, retrieved };
  }
  let text: string;
  try {
    text = await readFile(named, 'utf8');
  } catch {
    throw new ImportError(
      'BAD_SOURCE',
      `"${named}" is neither the id of a source of the graph nor a file with one (id, title, publisher, url, language, kind, retrieved).`,
    );
  }
  const yaml = parseYaml(named, text);
  if ('problems' in yaml) throw new ImportError('BAD_SOURCE', formatProblems(yaml.problems));
  const source = yaml.parsed.content as WrittenSource | null;
  // The checks of dossiers say what is wrong with it, in the words of dossiers.
  const alone = graphOfFiles([
    { file: named, bytes: Buffer.from(JSON.stringify({ recorded: '2000-01-01', recorded_by: 'nobody', sources: [source] })) },
  ]);
  if ('problems' in alone) {
    const said = alone.problems.map(({ code, found, expected, remedy }) => `${code}  ${found}; expected ${expected} → ${remedy}`);
    throw new ImportError('BAD_SOURCE', `${named} is no source as dossiers have it:\n${said.join('\n')}`);
  }
  return source!;
}

const MOST_LINES = 20;

/** What was left out, the same kinds of it together. */
function summaryOf(unmapped: readonly Unmapped[], report: string | null): string {
  if (unmapped.length === 0) return 'All of the file is in the dossier.';
  const grouped = new Map<string, Unmapped[]>();
  for (const one of unmapped) {
    const what = `${one.what.replace(/^(the (?:entity|relation)) .*$/s, '$1')}: ${one.why}`;
    grouped.set(what, [...(grouped.get(what) ?? []), one]);
  }
  const lines = [...grouped].map(([what, all]) => {
    const [{ line, record, what: first }] = all as [Unmapped];
    return all.length === 1
      ? `  line ${line} (${record}): ${first}: ${all[0]!.why}`
      : `  ${all.length} times, first in line ${line} (${record}): ${what}`;
  });
  const more = lines.length > MOST_LINES ? [`  and ${lines.length - MOST_LINES} kinds more`] : [];
  const where = report === null ? ' --report FILE lists them one by one.' : ` ${report} lists them one by one.`;
  return [`Not in the dossier, ${unmapped.length} in all:${where}`, ...lines.slice(0, MOST_LINES), ...more].join('\n');
}
