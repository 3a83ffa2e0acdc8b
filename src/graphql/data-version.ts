import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { checkDataVersion } from '../domain/data-version.js';
import { DomainError } from '../domain/errors.js';
import type { Context } from './context.js';

/** The header by which a request demands a version of the data, and by which every answer names its own; the exports' too. */
export const DATA_VERSION_HEADER = 'custodes-data-version';

/**
 * Every answer names the data it was made from, as `extensions.dataVersion` and in a header. A request may demand a version, in the header of
 * the same name or as `extensions: { dataVersion }`: where the server holds another, nothing is answered.
 */
export function dataVersions(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation(asked) {
          const demanded = demandedVersion(asked);
          if (demanded !== null) refuseOther(demanded, await asked.contextValue.dataVersion());
        },
        async willSendResponse({ contextValue, response: { body, http } }) {
          if (body.kind !== 'single' || !('data' in body.singleResult)) return;
          // A store without data, or that has gone away, has said so in the errors.
          const version = await contextValue.dataVersion().catch(() => null);
          if (version === null) return;
          body.singleResult.extensions = { ...body.singleResult.extensions, dataVersion: version };
          http.headers.set(DATA_VERSION_HEADER, version);
        },
      };
    },
  };
}

function demandedVersion({ request }: GraphQLRequestContext<Context>): unknown {
  return request.extensions?.['dataVersion'] ?? request.http?.headers.get(DATA_VERSION_HEADER) ?? null;
}

function refuseOther(demanded: unknown, held: string): void {
  try {
    checkDataVersion(demanded, held);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const http = { status: error.code === 'DATA_VERSION_NOT_HELD' ? 412 : 400 };
    throw new GraphQLError(error.message, { extensions: { code: error.code, dataVersion: held, http } });
  }
}
