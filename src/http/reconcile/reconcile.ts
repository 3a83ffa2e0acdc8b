import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { entityById } from '../../domain/lookup.js';
import { countriesByName } from '../../domain/matching/countries-by-name.js';
import { matchNames, type Candidate } from '../../domain/matching/match.js';
import { DATA_VERSION_HEADER } from '../../graphql/data-version.js';
import type { ErrorLog } from '../../graphql/errors.js';
import type { GraphStore } from '../../store/port.js';
import { letOriginsReadRoutes } from '../other-origins.js';
import { EMBEDDABLE_POLICY } from '../security-headers.js';
import { RequestRefused } from '../request-refused.js';
import { questionsIn } from './batch.js';
import { extended, proposedProperties } from './extend.js';
import { manifest } from './manifest.js';
import { featurePage, previewPage } from './preview.js';
import { refuseReconciliation, wrongArgument } from './refusal.js';
import { suggestedEntities, suggestedProperties, suggestedTypes, suggestQuestionOf } from './suggest.js';
import { descriptionOf, typesOf } from './types.js';

type Answer = (store: GraphStore, query: Record<string, unknown>, request: FastifyRequest, reply: FastifyReply) => unknown;

/**
 * The W3C Reconciliation Service API 0.2 at `/reconcile`: lists of names are matched with entities (by GET, or by POST of a form),
 * with the manifest, previews, suggestions and data extension that OpenRefine uses.
 * @param origins whose pages may ask; the specification wants every page to be able to (`*`) @param batchSize most queries in a batch
 */
export async function serveReconciliation(
  http: FastifyInstance,
  live: GraphStore,
  origins: readonly string[],
  batchSize: number,
  log: ErrorLog,
): Promise<void> {
  // A room of its own: forms are read here and nowhere else.
  await http.register(async (service) => {
    service.removeAllContentTypeParsers();
    service.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
      done(null, Object.fromEntries(new URLSearchParams(body as string)));
    });
    service.setErrorHandler<FastifyError>((error, _request, reply) => {
      if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return refuseReconciliation(reply, NO_FORM, log);
      throw error;
    });
    letOriginsReadRoutes(service, origins);

    const answer =
      (give: Answer) =>
      async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
        try {
          const query = { ...(request.query as object), ...(request.body as object | undefined) } as Record<string, unknown>;
          if ('callback' in query) throw NO_JSONP;
          const store = live.snapshot();
          const dataset = await store.dataset();
          if (dataset === null) throw NO_DATA;
          void reply.header(DATA_VERSION_HEADER, dataset.version);
          return await give(store, query, request, reply);
        } catch (error) {
          return refuseReconciliation(reply, error, log);
        }
      };

    service.route({ method: ['GET', 'POST'], url: '/reconcile', handler: answer(reconcile(batchSize)) });
    service.get(
      '/reconcile/properties',
      answer((_store, query) => proposedProperties(query)),
    );
    service.get(
      '/reconcile/suggest/type',
      answer((_store, query) => suggestedTypes(suggestQuestionOf(query))),
    );
    service.get(
      '/reconcile/suggest/property',
      answer((_store, query) => suggestedProperties(suggestQuestionOf(query))),
    );
    service.get(
      '/reconcile/suggest/entity',
      answer(async (store, query) => suggestedEntities(store, suggestQuestionOf(query), await countriesByName(store))),
    );
    service.get('/reconcile/preview', answer(preview));
    service.get('/reconcile/feature', answer(feature));
  });
}

const NO_FORM = new RequestRefused(
  415,
  'UNSUPPORTED_CONTENT_TYPE',
  'Send `queries` or `extend` as a form: `curl --data-urlencode \'queries={"q0": {"query": "DIGESSP"}}\' …/reconcile`.',
);

const NO_DATA = new RequestRefused(503, 'NO_DATA', 'No data is loaded yet. Load the dossiers, then try again.');

const NO_JSONP = new RequestRefused(
  400,
  'JSONP_NOT_SUPPORTED',
  '`callback` is not taken: version 0.2 of the API leaves JSONP open. Pages may read the plain JSON (CORS).',
);

const reconcile =
  (batchSize: number): Answer =>
  async (store, { queries, extend }, request) => {
    if (typeof extend === 'string') return extended(store, extend, await countriesByName(store));
    if (typeof queries === 'string') return results(store, questionsIn(queries, batchSize));
    if (queries !== undefined || extend !== undefined) throw wrongArgument('`queries` and `extend` must be given once.');
    if (request.method === 'POST') throw wrongArgument('Send `queries` or `extend`, URL-encoded, in the form.');
    return manifest(`${request.protocol}://${request.host}`, batchSize);
  };

async function results(store: GraphStore, questions: ReturnType<typeof questionsIn>): Promise<object> {
  const countries = await countriesByName(store);
  const found = await matchNames(store, [...questions.values()], countries);
  const shown = ({ entity, score, match, features }: Candidate): object => ({
    ...{ id: entity.id, name: entity.name, description: descriptionOf(entity, countries), type: typesOf(entity) },
    ...{ score, match, features },
  });
  return Object.fromEntries([...questions.keys()].map((key, i) => [key, { result: found[i]!.map(shown) }]));
}

const preview: Answer = async (store, { id }, _request, reply) => {
  if (typeof id !== 'string') throw wrongArgument('`id` must be the id of an entity, given once.');
  const entity = await entityById(store, id);
  return framed(reply).send(previewPage(entity, await countriesByName(store)));
};

const feature: Answer = (_store, { id }, _request, reply) => {
  const page = typeof id === 'string' ? featurePage(id) : null;
  if (page === null) throw new RequestRefused(404, 'UNKNOWN_ID', 'There is no matching feature with this id.');
  return framed(reply).send(page);
};

/** Clients show it in a frame of their own page; it has no script. */
const framed = (reply: FastifyReply): FastifyReply =>
  reply.type('text/html; charset=utf-8').removeHeader('x-frame-options').header('content-security-policy', EMBEDDABLE_POLICY);
