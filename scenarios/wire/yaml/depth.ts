import { Lexer, Parser } from 'yaml';

/**
 * The offset at which a YAML text goes deeper than so many levels; undefined where it never does. The lexer and the parser of tokens keep
 * a stack of their own, whereas what composes values calls itself at each level: near the end of the stack that can end the process.
 */
export function deeperAt(text: string, levels: number): number | undefined {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    const offset = parser.offset;
    // Tokens come out once they are whole; only how many are open counts here.
    for (const _ of parser.next(lexeme));
    if (parser.stack.length > levels) return offset;
  }
  return undefined;
}
