/** A line `NAME=value`, with the lines that a value in quotes goes on over. */
const ENTRY = /^[ \t]*(?:export[ \t]+)?[^\s=#]+[ \t]*=[ \t]*(?:"[^"]*"|'[^']*'|`[^`]*`)?[^\n]*/;
const BLANK_OR_COMMENT = /^[ \t]*(?:#[^\n]*)?$/;

/**
 * A `.env` file without the lines that are no setting. Node's parser takes such a line and the next one together for a name, which would hold
 * the value of a password that was written without its "=".
 * @returns the numbers of these lines, and the text with blank lines in their place
 */
export function linesThatAreNone(text: string): { numbers: number[]; rest: string } {
  const numbers: number[] = [];
  const kept: string[] = [];
  let left = text.replaceAll('\r\n', '\n');
  for (let number = 1; left !== '';) {
    const [line = ''] = left.split('\n', 1);
    const entry = BLANK_OR_COMMENT.test(line) ? line : ENTRY.exec(left)?.[0];
    if (entry === undefined) numbers.push(number);
    kept.push(entry ?? '');
    const taken = entry ?? line;
    number += taken.split('\n').length;
    left = left.slice(taken.length + 1);
  }
  return { numbers, rest: kept.join('\n') };
}
