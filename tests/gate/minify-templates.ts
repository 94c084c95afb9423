import ts from 'typescript';

/**
 * Takes the layout out of `html` and `css` templates, which no minifier looks into: indentation, comments and, in style sheets, the
 * spaces that only people need. Line breaks that are taken out stand after the template's own text, between tokens of the code, so
 * that source maps still point to the right line.
 */
export function withMinifiedTemplates(source: string): string {
  if (!/\b(html|css)`/.test(source)) return source;
  const edits: { readonly from: number; readonly to: number; readonly text: string }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag) && /^(html|css)$/.test(node.tag.text)) {
      const minify = node.tag.text === 'css' ? minifiedCss : minifiedHtml;
      for (const piece of piecesOf(node.template)) {
        // A piece stands between a backtick or } and a backtick or ${.
        const isLast = ts.isTemplateTail(piece) || ts.isNoSubstitutionTemplateLiteral(piece);
        const [from, to] = [piece.getStart() + 1, piece.getEnd() - (isLast ? 1 : 2)];
        const before = source.slice(from, to);
        const after = minify(before);
        const removed = '\n'.repeat(lineBreaks(before) - lineBreaks(after));
        edits.push({ from, to: piece.getEnd(), text: after + (isLast ? '`' : '${') + removed });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('module.ts', source, ts.ScriptTarget.ES2022, true));
  return edits
    .sort((a, b) => b.from - a.from)
    .reduce((text, edit) => text.slice(0, edit.from) + edit.text + text.slice(edit.to), source);
}

const piecesOf = (template: ts.TemplateLiteral): readonly ts.TemplateLiteralLikeNode[] =>
  ts.isNoSubstitutionTemplateLiteral(template)
    ? [template]
    : [template.head, ...template.templateSpans.map(({ literal }) => literal)];

const lineBreaks = (text: string): number => text.split('\n').length - 1;

/** A run of white space with a line break in it is one space to HTML wherever our templates have one. */
const minifiedHtml = (text: string): string => text.replace(/\s*\n\s*/g, ' ');

/** Spaces stay where a selector or a calculation may need them: before a colon or a parenthesis, and around a plus or a minus. */
const minifiedCss = (text: string): string =>
  text
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .replace(/(?<![\d.])0(?=\.\d)/g, '');
