import { readFileSync } from 'node:fs';
import { DockerfileParser, type ModifiableInstruction, type PropertyInstruction } from 'dockerfile-ast';

export interface Step {
  keyword: string;
  /** The arguments; of the form `["a", "b"]` its strings. */
  words: string[];
  /** `--from=build` as `{ from: 'build' }`. */
  flags: Record<string, string>;
  /** `NAME=value` as `{ NAME: 'value' }`. */
  values: Record<string, string>;
  /** All but the flags, as it stands: what a shell is given. */
  text: string;
}

export interface Stage {
  name: string;
  /** The image that it begins from, or the name of a stage before. */
  base: string;
  steps: Step[];
}

/** The stages of a Dockerfile, and the steps of each in order. */
export function stagesOf(file: string): Stage[] {
  const stages: Stage[] = [];
  for (const instruction of DockerfileParser.parse(readFileSync(file, 'utf8')).getInstructions()) {
    const { getFlags, getProperties } = instruction as Partial<ModifiableInstruction & PropertyInstruction>;
    const text = instruction.getArgumentsContent() ?? '';
    const step = {
      keyword: instruction.getKeyword(),
      words: wordsOf(text) ?? instruction.getArguments().map((argument) => argument.getValue()),
      flags: pairs(getFlags?.call(instruction) ?? []),
      values: pairs(getProperties?.call(instruction) ?? []),
      text,
    };
    if (step.keyword === 'FROM') stages.push({ name: step.words[2] ?? 'last', base: step.words[0] ?? '', steps: [] });
    else stages.at(-1)!.steps.push(step);
  }
  return stages;
}

/** Of the form that is given to no shell; null where there is a shell between. */
export function wordsOf(text: string): string[] | null {
  return text.startsWith('[') ? (JSON.parse(text) as string[]) : null;
}

function pairs(named: { getName: () => string; getValue: () => string | null }[]): Record<string, string> {
  return Object.fromEntries(named.map((one) => [one.getName(), one.getValue() ?? '']));
}
