import type { FindingKind } from '../../findings/reporter.js';

/** What joining personal plans to study rights can find. */
export const joinFindings = {
  'plan-without-right': {
    severity: 'warning',
    expected: 'opiskeluoikeus-oid = opiskeluoikeudet[n].oid',
    message: () => ({
      fi: 'HOKSin opiskeluoikeutta ei ole luetuissa KOSKI-tiedoissa, joten HOKSia ei lasketa. Tarkista, että KOSKI-tiedot ovat samasta organisaatiosta ja samalta ajalta.',
      sv: 'Planens studierätt finns inte i de KOSKI-uppgifter som lästes, så planen räknas inte. Kontrollera att KOSKI-uppgifterna är från samma organisation och tid.',
      en: 'The plan’s study right is not in the KOSKI data that were read, so the plan is not counted. Check that those data are of the same organisation and time.',
    }),
  },
  'workplaces-replaced': {
    severity: 'note',
    expected: 'HOKS | KOSKI',
    message: (found) => ({
      fi: `Opiskeluoikeuksilla, joiden HOKSissa on työpaikkajaksoja, on käytetty niitä. KOSKI-tietojen työpaikkajaksoja jäi käyttämättä: ${found.fi}.`,
      sv: `För studierätter vars plan har perioder på arbetsplatsen har dessa använts. Perioder i KOSKI-uppgifterna som inte användes: ${found.sv}.`,
      en: `Of study rights whose plans have workplace periods those have been used. Workplace periods of KOSKI data that were not: ${found.en}.`,
    }),
  },
  'period-outside-right': {
    severity: 'warning',
    expected: 'opiskeluoikeus.alku ≤ alku, loppu ≤ arvioituPäättymispäivä',
    message: (found) => ({
      fi: `Työpaikkajakso ei mahdu opiskeluoikeuden aikaan (${found.fi}). Se on laskettu kokonaan; tarkista päivät.`,
      sv: `Perioden på arbetsplatsen ryms inte inom studierättens tid (${found.sv}). Den har räknats i sin helhet; kontrollera datumen.`,
      en: `The workplace period does not lie within the time of the study right (${found.en}). All of it has been counted; check the days.`,
    }),
  },
} as const satisfies Readonly<Record<string, FindingKind>>;
