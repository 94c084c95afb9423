import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const browserTests = ['packages/components/src/**/*.test.ts', '**/*.browser-test.ts', 'tests/browser/**/*.test.ts'];
const tests = ['**/*.test.ts', '**/*.browser-test.ts', '**/*.long-test.ts', '**/*.e2e.ts'];

/** `@param {string} selector @param {string} message` as one entry of `no-restricted-syntax`. */
const ban = (selector, message) => ({ selector, message });

const noMarkupFromStrings = [
  ban(
    'AssignmentExpression > MemberExpression.left[property.name=/^(innerHTML|outerHTML)$/]',
    'Data never becomes markup by a string: build nodes, or render a template.',
  ),
  ban(
    'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]',
    'Data never becomes markup by a string: build nodes, or render a template.',
  ),
  ban(
    'ImportDeclaration[source.value=/^lit.directives.(unsafe-html|unsafe-svg|style-map)/]',
    'Blocked by the content security policy that the elements run under.',
  ),
];

const noInlineStyle = [
  ban('Literal[value=/(^|\\s)style=/]', 'The content security policy of the pages we run on refuses inline style.'),
  ban(
    'TemplateElement[value.raw=/(^|\\s)style=/]',
    'The content security policy of the pages we run on refuses inline style.',
  ),
];

const noWholeZod = ban(
  "ImportDeclaration[source.value='zod'] > ImportSpecifier[imported.name='z']",
  "It brings all of zod and its languages (92 kB gzip). Use `import * as z from 'zod/mini'`.",
);
const noDefaultExport = ban('ExportDefaultDeclaration', 'A name given once is searchable: use a named export.');
const noEnum = ban('TSEnumDeclaration', 'Use a union of string literals.');
const noDate = ban(
  "Identifier[name='Date']",
  'Days are day numbers or ISO strings: Date knows a time zone, and a day has none. See days/day.ts.',
);
const noClock = [
  ban("MemberExpression[object.name='Math'][property.name='random']", 'The same table gives the same picture.'),
  ban("MemberExpression[object.name='performance'][property.name='now']", 'The same table gives the same picture.'),
  ban(
    'Identifier[name=/^(document|window|navigator|globalThis)$/]',
    'Charts are drawn in Node too: no DOM, no globals.',
  ),
];
const noFocusedTests = [
  ban(
    'MemberExpression[object.name=/^(it|test|describe|suite)$/][property.name=/^(only|skip|todo|skipIf|runIf|fails)$/]',
    'Every test runs. A conformance test whose sources are absent calls `context.skip(reason)` and is reported by name.',
  ),
  ban('CallExpression[callee.name=/^(xit|xdescribe|fit|fdescribe)$/]', 'Every test runs.'),
];

const noUnawaitedAudit = ban(
  "ExpressionStatement > CallExpression[callee.property.name='accessible']",
  'Without await the audit ends after the test.',
);

const everywhere = [noEnum, noWholeZod, ...noMarkupFromStrings];
const inPackages = [...everywhere, noDefaultExport, ...noInlineStyle];

/** The option replaces, it does not add: each block says the whole list for its files. */
const restrict = (...bans) => ({ 'no-restricted-syntax': ['error', ...bans] });

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/cdn/',
      '**/node_modules/',
      'reports/',
      'storybook-static/',
      '.demo/',
      'packages/*/src/languages/generated/',
    ],
  },
  {
    files: ['**/*.{ts,mjs,js}'],
    extends: [...tseslint.configs.strict],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-console': 'off',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'prefer-const': 'error',
      'no-throw-literal': 'error',
      'object-shorthand': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      ...restrict(...everywhere),
    },
  },
  {
    files: ['packages/*/src/**/*.ts', '{tests,stories,examples}/**/*.ts'],
    languageOptions: { parserOptions: { project: 'tsconfig.tests.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/require-array-sort-compare': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['packages/*/src/**/*.ts'],
    rules: restrict(...inPackages),
  },
  {
    // Loops over columns: the bound is the column's own length, and a check for every cell would be paid a million times.
    files: ['packages/indicators/src/engine/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['packages/{text,indicators,charts,components}/src/**/*.ts'],
    ignores: tests,
    // A library says what is wrong by an error or a finding; a warning on the page's console is for its developer.
    rules: { 'no-console': ['error', { allow: ['warn'] }] },
  },
  {
    files: ['packages/components/src/**/*.ts', 'stories/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended']],
    rules: {
      'lit/no-template-arrow': 'off',
      // The class is a module without effects; the module beside it defines the tag.
      'wc/file-name-matches-element': 'off',
    },
  },
  {
    files: ['packages/indicators/src/**/*.ts'],
    ignores: ['packages/indicators/src/sources/**', 'packages/indicators/src/days/**', ...tests],
    rules: restrict(...inPackages, noDate),
  },
  {
    files: ['packages/charts/src/**/*.ts'],
    ignores: tests,
    rules: restrict(...inPackages, noDate, ...noClock),
  },
  {
    files: tests,
    rules: {
      'max-lines': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      ...restrict(...everywhere, ...noFocusedTests),
    },
  },
  {
    files: browserTests,
    rules: {
      // @open-wc/testing types every assertion as a promise, awaited or not.
      '@typescript-eslint/no-floating-promises': 'off',
      ...restrict(...everywhere, ...noFocusedTests, noUnawaitedAudit),
    },
  },
);
