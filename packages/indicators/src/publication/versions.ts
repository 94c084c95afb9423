import type { KnownVersions } from '../shape/version.js';

/**
 * The versions of an indicator table that are read. A change that a reader of the version before would misunderstand makes a new version
 * and a step from the one before; an optional field is none.
 */
export const tableVersions: KnownVersions = { newest: 1, steps: [] };

/** The same of a release in one file; its tables have versions of their own. */
export const releaseVersions: KnownVersions = { newest: 1, steps: [] };
