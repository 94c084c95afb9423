import type { Facts, Finding, PlanRecord } from '@strapetsi/indicators';

/** Holds findings of plans back until the plan's study right, and with it the school, is met in the facts. */
export interface PlanSchools {
  readonly add: (finding: Finding) => void;
  /** The plans as they are read, after their findings. */
  readonly plans: (records: AsyncIterable<PlanRecord>) => AsyncGenerator<PlanRecord>;
  readonly met: (facts: Facts) => void;
  /** Once the facts are over: the rest is told without a school. */
  readonly finish: () => void;
}

const placeOf = ({ file, record }: Finding['where']): string => `${file ?? ''}:${record ?? 0}`;

export function createPlanSchools(tell: (finding: Finding) => void): PlanSchools {
  const rightAt = new Map<string, string>();
  const waiting = { byPlace: new Map<string, Finding[]>(), byRight: new Map<string, Finding[]>() };

  function keep(map: Map<string, Finding[]>, key: string, findings: readonly Finding[]): void {
    const kept = map.get(key);
    if (kept === undefined) map.set(key, [...findings]);
    else kept.push(...findings);
  }

  return {
    add(finding) {
      if (finding.where.record === undefined) {
        tell(finding);
        return;
      }
      const place = placeOf(finding.where);
      const right = rightAt.get(place);
      if (right === undefined) keep(waiting.byPlace, place, [finding]);
      else keep(waiting.byRight, right, [finding]);
    },
    async *plans(records) {
      for await (const plan of records) {
        const place = placeOf({ ...plan.where, path: '' });
        rightAt.set(place, plan.rightKey);
        const findings = waiting.byPlace.get(place);
        if (findings !== undefined) keep(waiting.byRight, plan.rightKey, findings);
        waiting.byPlace.delete(place);
        yield plan;
      }
    },
    met({ rights, dictionaries }) {
      rights.key.forEach((key, right) => {
        const findings = waiting.byRight.get(key);
        if (findings === undefined) return;
        waiting.byRight.delete(key);
        const school = dictionaries.school.keys[rights.school[right] ?? -1];
        for (const finding of findings)
          tell(school === undefined ? finding : { ...finding, where: { ...finding.where, school } });
      });
    },
    finish() {
      for (const map of [waiting.byPlace, waiting.byRight]) {
        for (const findings of map.values()) findings.forEach(tell);
        map.clear();
      }
    },
  };
}
