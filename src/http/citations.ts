import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { cite, type CitationQuestion } from '../cite/cite.js';
import { dataSetOf, type DataSet } from '../cite/data-set.js';
import { CITATION_FORMATS, citationFormatNamed } from '../cite/formats/formats.js';
import { DomainError } from '../domain/errors.js';
import type { answerWith } from '../graphql/answer-query.js';
import { DATA_VERSION_HEADER } from '../graphql/data-version.js';
import type { ErrorLog } from '../graphql/errors.js';
import { aboutQuery, namedIn, withIds } from '../graphql/named-in-answer.js';
import { executableSchema } from '../graphql/schema.js';
import type { GraphStore } from '../store/port.js';
import { refuse } from './exports.js';

/** Answers a query over one graph, within the limits of the API. */
export type Ask = (store: GraphStore, query: string, variables: Record<string, unknown>) => ReturnType<typeof answerWith>;

const ARGUMENTS = ['query', 'variables', 'view', 'title', 'address', 'doi', 'accessed', 'dataVersion'] as const;

/**
 * `/cite` lists the formats; `/cite/<format>` gives how to cite the data, with `query` an answer, with `view` a page of the explorer, with
 * `sources=true` the pages that the answer rests on. By POST the same arguments as JSON.
 */
export function serveCitations(http: FastifyInstance, live: GraphStore, ask: Ask, log: ErrorLog): void {
  /** When the data was written down is read through once a version. */
  let known: DataSet | null = null;

  async function give(name: string, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
    const format = citationFormatNamed(name);
    const question = questionOf(request);
    const store = live.snapshot();
    const dataset = await store.dataset();
    if (dataset !== null && dataset.version !== known?.version) known = await dataSetOf(store);
    const subject = await cite(store, question, {
      about: aboutQuery,
      named: async (query, variables) => {
        const answer = await ask(store, withIds(await executableSchema(), query), variables);
        if (answer.errors) throw new NoAnswer(answer.errors);
        return namedIn(answer.data);
      },
      data: known ?? undefined,
    });
    const text = format.write(subject);
    if (known !== null) void reply.header(DATA_VERSION_HEADER, known.version);
    return reply
      .type(format.mediaType)
      .header(
        'content-disposition',
        `attachment; filename="custodes-${'sources' in subject ? 'sources' : 'citation'}.${format.ending}"`,
      )
      .send(text);
  }

  http.get('/cite', async () => ({
    formats: CITATION_FORMATS.map(({ name, title, mediaType }) => ({ name, title, mediaType, address: `/cite/${name}` })),
  }));
  http.route({
    method: ['GET', 'POST'],
    url: '/cite/:format',
    handler: async (request, reply) => {
      try {
        return await give((request.params as { format: string }).format, request, reply);
      } catch (error) {
        if (error instanceof NoAnswer) return reply.code(400).send({ errors: error.errors });
        return refuse(reply, error, log);
      }
    },
  });
}

class NoAnswer extends Error {
  constructor(readonly errors: readonly object[]) {
    super('The query has no answer');
  }
}

/** @throws DomainError INVALID_ARGUMENT for one that is not known, or is no text */
function questionOf(request: FastifyRequest): CitationQuestion {
  const given = (request.method === 'POST' ? request.body : request.query) as Record<string, unknown> | null;
  const { sources, ...texts } = given ?? {};
  for (const [name, value] of Object.entries(texts)) {
    if (!(ARGUMENTS as readonly string[]).includes(name)) {
      throw new DomainError(
        'INVALID_ARGUMENT',
        `There is no argument \`${name}\`. The arguments are ${ARGUMENTS.join(', ')}, sources.`,
      );
    }
    if (typeof value !== 'string') throw new DomainError('INVALID_ARGUMENT', `\`${name}\` must be a text, given once.`);
  }
  if (![undefined, true, false, 'true', 'false'].includes(sources as string)) {
    throw new DomainError('INVALID_ARGUMENT', '`sources` must be true or false.');
  }
  const origin = `${request.protocol}://${request.host}`;
  return { address: origin, ...texts, sources: sources === true || sources === 'true' };
}
