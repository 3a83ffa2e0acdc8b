/** Lists that come a page at a time. */

/** The largest page that the API gives, unless who runs the server set less. */
export const LARGEST_PAGE = 100;

interface Page {
  nodes: readonly unknown[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/**
 * The first so many of a list, in as few pages as there can be.
 * @returns the pages, in order; at least one
 */
export async function pagesOf<Answer extends Page>(
  count: number,
  ask: (first: number, after: string | null) => Promise<Answer>,
): Promise<Answer[]> {
  const pages: Answer[] = [];
  let left = count;
  for (let after: string | null = null; ;) {
    const page: Answer = await ask(Math.min(left, LARGEST_PAGE), after);
    pages.push(page);
    left -= page.nodes.length;
    after = page.pageInfo.endCursor;
    if (left <= 0 || !page.pageInfo.hasNextPage) return pages;
  }
}
