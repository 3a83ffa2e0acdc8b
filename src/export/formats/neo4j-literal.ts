import neo4j from 'neo4j-driver';

/** A value as a Cypher expression. What JSON escapes in a text, Cypher reads alike. */
export function cypherLiteral(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (neo4j.isInt(value)) return value.toString();
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.map(cypherLiteral).join(', ')}]`;
  const entries = Object.entries(value).filter(([, item]) => item !== null && item !== undefined);
  return `{${entries.map(([key, item]) => `${cypherName(key)}: ${cypherLiteral(item)}`).join(', ')}}`;
}

const cypherName = (name: string): string => (/^[a-z]\w*$/i.test(name) ? name : `\`${name.replaceAll('`', '``')}\``);
