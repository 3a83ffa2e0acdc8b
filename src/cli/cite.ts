import { cite, type CitationQuestion } from '../cite/cite.js';
import { citationFormatNamed } from '../cite/formats/formats.js';
import { answerQuery } from '../graphql/answer-query.js';
import { aboutQuery, namedIn, withIds } from '../graphql/named-in-answer.js';
import { executableSchema } from '../graphql/schema.js';
import { CommandFailed, EXIT } from './exit-codes.js';
import type { GraphPlace } from './graph-place.js';
import { openStore } from './open-store.js';
import { queryText } from './query.js';

export interface CiteOptions extends GraphPlace, Omit<CitationQuestion, 'query' | 'view'> {
  /** Name of the format. */
  format: string;
}

/** Prints how to cite the data, the answer to a query, or the sources of either. */
export async function citeCommand(query: string | undefined, options: CiteOptions): Promise<void> {
  const format = citationFormatNamed(options.format);
  const text = query === undefined ? undefined : await queryText(query);
  const { store: live } = await openStore(options);
  try {
    const store = live.snapshot();
    const schema = await executableSchema();
    const subject = await cite(
      store,
      { ...options, query: text },
      {
        about: aboutQuery,
        named: async (asked, variables) => {
          const { data, errors } = await answerQuery(store, withIds(schema, asked), variables);
          if (!errors) return namedIn(data);
          const said = errors.map(({ message, extensions }) => `${String(extensions?.['code'])}: ${message}`);
          throw new CommandFailed(['The query has no answer that could be cited:', ...said].join('\n'), EXIT.wrongInput);
        },
      },
    );
    if (text !== undefined && !options.address && !options.sources) {
      console.error('The citation has no address: --address <https://…> names the server where others find the data.');
    }
    process.stdout.write(format.write(subject));
  } finally {
    await live.close();
  }
}
