import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import type { Vocabulary } from '../../domain/vocabulary.js';
import type { Dossier, DossierContent, Unchecked } from '../format.js';
import type { Path, YamlFile } from '../read/document.js';
import { dossierSchema } from '../schema.js';
import type { Problem } from '../problem.js';
import { collectProblems, type Report } from './report.js';
import { shapeFinding } from './shape-findings.js';

/**
 * Checks that a file has the shape of a dossier: keys, types, words of the vocabulary. Gives the dossier with what is wrong
 * taken out of it, so that the rest can be checked further, and what was wrong.
 */
export type ShapeCheck = (file: YamlFile) => { dossier: Dossier; problems: Problem[] };

/** Compiled once for each vocabulary. */
const compiled = new WeakMap<Vocabulary, ShapeCheck>();

export function shapeCheck(vocabulary: Vocabulary): ShapeCheck {
  const check = compiled.get(vocabulary) ?? compile(vocabulary);
  compiled.set(vocabulary, check);
  return check;
}

function compile(vocabulary: Vocabulary): ShapeCheck {
  const ajv = new Ajv({ allErrors: true, verbose: true, strict: true, strictTypes: false, strictRequired: false });
  ajv.addVocabulary(['enumDescriptions']);
  formats.default(ajv, ['date']);
  ajv.addFormat('iri', isWebAddress);
  const validate = ajv.compile(dossierSchema(vocabulary));
  return (file) => {
    const problems: Problem[] = [];
    const dossier = withoutMistakes(file, validate, collectProblems(problems));
    return { dossier, problems };
  };
}

function withoutMistakes(file: YamlFile, validate: ValidateFunction, report: Report): Dossier {
  const dossier: Dossier = { file: file.file, content: file.content as Unchecked<DossierContent>, locate: file.locate };
  if (validate(file.content)) return dossier;
  const wrong: Path[] = [];
  for (const error of validate.errors ?? []) {
    if (isEcho(error) || isEndOfRelation(error)) continue;
    const path = pathOf(error);
    report(dossier, path.place, shapeFinding(error, path.place), path.part);
    if (path.remove) wrong.push(path.place);
  }
  for (const path of wrong) remove(dossier, path);
  return dossier;
}

/** Errors that only repeat, one level up, what another one says. */
function isEcho({ keyword, schemaPath }: ErrorObject): boolean {
  return keyword === 'if' || keyword === 'propertyNames' || /\/anyOf\/\d/.test(schemaPath);
}

/** An end that does not look like an id is reported by the check of relations, which knows the ids that may be meant. */
function isEndOfRelation({ keyword, instancePath }: ErrorObject): boolean {
  return keyword === 'pattern' && /^\/relations\/\d+\/(from|to)$/.test(instancePath);
}

/** As browsers read addresses, in the letters of any script; of the web only. */
function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/\S+$/i.test(text)) return false;
  try {
    return new URL(text).hostname !== '';
  } catch {
    return false;
  }
}

function pathOf(error: ErrorObject): { place: Path; part: 'value' | 'key'; remove: boolean } {
  const steps = error.instancePath.split('/').slice(1);
  const at = steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const key =
    error.keyword === 'additionalProperties'
      ? (error.params as { additionalProperty: string }).additionalProperty
      : error.propertyName;
  if (key !== undefined) return { place: [...at, key], part: 'key', remove: true };
  // What lacks a part is kept: the rest of it can still be checked.
  return { place: at, part: 'value', remove: error.keyword !== 'required' && error.keyword !== 'anyOf' };
}

/** Takes the value at the path out of the dossier. Lists keep their length, so that paths stay true. */
function remove(dossier: Dossier, path: Path): void {
  let holder: unknown = dossier.content;
  for (const step of path.slice(0, -1)) holder = isHolder(holder) ? holder[step] : undefined;
  const last = path.at(-1);
  if (last === undefined) dossier.content = {};
  else if (isHolder(holder)) holder[last] = undefined;
}

const isHolder = (value: unknown): value is Record<string | number, unknown> => typeof value === 'object' && value !== null;
