import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/**
 * What is words and not computation is left alone: texts in three languages, sources that are cited, what is said of limits, and
 * messages of errors. Stryker asks of every node of the syntax tree (Babel's), and leaves out what is below it too.
 */
const languages = ['fi', 'sv', 'en'];
const saying = ['sources', 'limits', 'unverified', 'reference', 'version'];
const types = /^(readonly )?(Text|Source|DataText|LocalizedText)(\[\])?$/;

function keysOf(node) {
  return node.properties.flatMap(({ key }) => (key?.type === 'Identifier' ? [key.name] : []));
}

/** The written type of a variable, `readonly Text[]`, where it is a name or a list of one. */
function typeOf(node) {
  if (node === undefined || node === null) return '';
  if (node.type === 'TSTypeAnnotation') return typeOf(node.typeAnnotation);
  if (node.type === 'TSTypeOperator') return `${node.operator} ${typeOf(node.typeAnnotation)}`;
  if (node.type === 'TSArrayType') return `${typeOf(node.elementType)}[]`;
  return node.type === 'TSTypeReference' ? (node.typeName.name ?? '') : '';
}

/** One of the last three arguments of a call, all written out: a text in three languages, `code(1, 'fi', 'sv', 'en')`. */
function isOneOfThree(path) {
  if (path.listKey !== 'arguments' || !path.parentPath.isCallExpression()) return false;
  const lastThree = path.container.slice(-3);
  return (
    lastThree.length === 3 && lastThree.includes(path.node) && lastThree.every(({ type }) => type === 'StringLiteral')
  );
}

function isMessage(path) {
  if (!path.isStringLiteral() && !path.isTemplateLiteral()) return false;
  const call = path.findParent((each) => each.isNewExpression() || each.isFunction() || each.isStatement());
  return call?.isNewExpression() === true && /Error$/.test(call.node.callee.name ?? '');
}

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'words', {
    shouldIgnore(path) {
      const { node } = path;
      if (path.isObjectExpression()) {
        const keys = keysOf(node);
        if (languages.every((lang) => keys.includes(lang))) return 'a text in three languages';
      }
      if (path.isObjectProperty() && saying.includes(node.key.name)) return 'what is said and cited';
      if (path.isVariableDeclarator() && types.test(typeOf(node.id.typeAnnotation))) return 'what is said and cited';
      if (isOneOfThree(path)) return 'a text in three languages';
      return isMessage(path) ? 'the message of an error' : undefined;
    },
  }),
];
