import { betweenKinds } from './between-kinds.js';
import { byTheCalendar } from './calendar.js';
import { inOneKind } from './one-kind.js';
import type { Timeline } from './timeline.js';

export const timelines: readonly Timeline[] = [...inOneKind, ...betweenKinds, ...byTheCalendar];
