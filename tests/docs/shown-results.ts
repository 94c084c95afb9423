import ts from 'typescript';

/** What stands before a result in a comment: `1 + 1; // → 2`. */
const ARROW = '→';

export interface Checked {
  /** The code with a check in the place of each comment that shows a result. Lines stay where they are. */
  readonly code: string;
  readonly checks: number;
}

/** The comment that follows a statement on its last line. */
function commentAfter(code: string, statement: ts.Statement): ts.CommentRange | undefined {
  return ts.getTrailingCommentRanges(code, statement.end)?.[0];
}

/** What the statement gives: the value of an expression, or the constant that it declares. */
function valueOf(statement: ts.Statement, source: ts.SourceFile): string | undefined {
  if (ts.isExpressionStatement(statement)) return statement.expression.getText(source);
  if (!ts.isVariableStatement(statement)) return undefined;
  const [declaration, ...others] = statement.declarationList.declarations;
  if (declaration === undefined || others.length > 0 || !ts.isIdentifier(declaration.name)) return undefined;
  return declaration.name.text;
}

/**
 * Turns comments that show what a statement gives into checks: `median(months); // → 31` becomes a call of `shows` with what the
 * statement gives, what the comment says and the line. The comment holds a JavaScript value.
 *
 * @throws where a result is shown that cannot be checked: after something that gives none, or without the arrow
 */
export function withChecks(code: string, at: (line: number) => string): Checked {
  const source = ts.createSourceFile('example.ts', code, ts.ScriptTarget.ES2022, true);
  const lineOf = (position: number): number => source.getLineAndCharacterOfPosition(position).line;
  const edits: { readonly from: number; readonly to: number; readonly text: string }[] = [];

  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit);
    if (!ts.isExpressionStatement(node) && !ts.isVariableStatement(node)) return;
    const shown = commentAfter(code, node);
    if (shown === undefined) return;
    const text = code.slice(shown.pos + 2, shown.end).trim();
    const line = lineOf(node.getStart(source));
    if (!text.startsWith(ARROW)) {
      if (/^(["'\d[{]|-\d|true\b|false\b|undefined\b)/.test(text))
        throw new Error(`${at(line)}: the result "${text}" stands without ${ARROW}, so that nobody would check it`);
      return;
    }
    const value = valueOf(node, source);
    if (value === undefined) throw new Error(`${at(line)}: this gives nothing that "${text}" could be`);
    const call = `shows(${value}, (${text.slice(ARROW.length)}), ${String(line)});`;
    if (ts.isExpressionStatement(node)) edits.push({ from: node.getStart(source), to: shown.end, text: call });
    else edits.push({ from: shown.pos, to: shown.end, text: call });
  };
  visit(source);

  const shownInAll = code.split(`// ${ARROW}`).length - 1;
  if (shownInAll !== edits.length)
    throw new Error(
      `${at(0)}: ${String(shownInAll)} results are shown, of which ${String(edits.length)} follow a statement`,
    );
  const edited = [...edits]
    .sort((a, b) => b.from - a.from)
    .reduce((text, edit) => text.slice(0, edit.from) + edit.text + text.slice(edit.to), code);
  return { code: edited, checks: edits.length };
}
