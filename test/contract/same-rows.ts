import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { distance } from 'fastest-levenshtein';
import fc from 'fast-check';
import { foldedWords } from '../../src/domain/folding.js';
import type { Entity, Graph } from '../../src/domain/model.js';
import type { GraphStore, HeldDataset, NameCandidates, Neighbourhood } from '../../src/store/port.js';
import { inPart } from './in-part.js';
import { randomGraph } from './random-graph.js';
import { randomQuestion, type Question } from './random-questions.js';

/** Graphs a run, and questions about each. */
const GRAPHS = Number(process.env.CUSTODES_TEST_GRAPHS ?? 20);
const QUESTIONS = 25;
/** Repeats a run, and then looks for the smallest graph and questions that fail. */
const SEED = process.env.CUSTODES_TEST_SEED;

/** Puts the same random questions about the same random graphs to two stores, and compares the rows. */
export function sameRows(openOne: () => Promise<GraphStore>, openOther: () => Promise<GraphStore>): void {
  describe('two stores with the same graph', () => {
    let one: GraphStore;
    let other: GraphStore;
    beforeAll(async () => {
      [one, other] = await Promise.all([openOne(), openOther()]);
    });
    afterAll(async () => {
      await Promise.all([one.close(), other.close()]);
    });

    test(`give the same rows to ${QUESTIONS} random questions about each of ${GRAPHS} random graphs`, async () => {
      const graphAndQuestions = randomGraph().chain((graph) =>
        fc.record({
          graph: fc.constant(graph),
          questions: fc.array(randomQuestion(graph), { minLength: QUESTIONS, maxLength: QUESTIONS }),
        }),
      );
      const property = fc.asyncProperty(graphAndQuestions, async ({ graph, questions }) => {
        await Promise.all([one.load(graph), other.load(graph)]);
        for (const question of questions) {
          const [rows, otherRows] = await Promise.all([ask(one, question, graph), ask(other, question, graph)]);
          expect({ question, rows: otherRows }).toStrictEqual({ question, rows });
        }
      });
      const seed = SEED === undefined ? {} : { seed: Number(SEED) };
      await fc.assert(property, { numRuns: GRAPHS, endOnFailure: SEED === undefined, ...seed });
    }, 600_000);
  });
}

/**
 * The answer, as the port fixes it: name candidates may be more than match, so of these it is those that do, and all of them; of a
 * neighbourhood the parts asked for; and how often each store was loaded is its own.
 */
async function ask(store: GraphStore, { question, arguments: given }: Question, graph: Graph): Promise<unknown> {
  const answer: unknown = await (store[question] as (...args: unknown[]) => Promise<unknown>)(...given);
  if (question === 'neighbourhood') return inPart(answer as Neighbourhood, given[0]);
  if (question === 'dataset') return { ...(answer as HeldDataset), loads: null };
  if (question !== 'nameCandidates') return answer;
  const [{ words, labels, kinds }] = given;
  const wanted = ({ label, kind }: Entity): boolean => (labels?.includes(label) ?? true) && (kinds?.includes(kind) ?? true);
  const candidates = answer as Entity[];
  expect(candidates.filter((candidate) => !wanted(candidate))).toEqual([]);
  const matching = candidates.filter((candidate) => matches(candidate, words));
  expect(matching).toStrictEqual(graph.entities.filter((entity) => wanted(entity) && matches(entity, words)));
  return matching;
}

/** The rule of the port, word by word. */
function matches({ names }: Entity, words: NameCandidates['words']): boolean {
  const nameWords = names.flatMap(({ text }) => foldedWords(text));
  return words.some(({ text, edits }) => nameWords.some((word) => word.startsWith(text) || distance(word, text) <= edits));
}
