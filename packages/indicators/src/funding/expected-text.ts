import type { SchemaIssue } from '../shape/schema-problem.js';

/** What funding's files should have where its schema says more than a type. */
export function expectedText(issue: SchemaIssue): string {
  switch (issue.code) {
    case 'invalid_format':
      return 'a date such as 2026-12-31';
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int'
        ? `at least ${String(issue.minimum)}`
        : `at least ${String(issue.minimum)} characters or parts`;
    case 'invalid_union':
      return 'one of the forms that the documentation names';
    default:
      return 'a known name';
  }
}
