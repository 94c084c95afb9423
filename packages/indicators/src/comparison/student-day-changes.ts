import type { LocalizedText } from '@strapetsi/text';
import { dayFromIso } from '../days/calendar.js';
import { NO_DAY } from '../days/day.js';
import type { RuleChange } from './explain-difference.js';
import { nationalStudentDayRules, type NationalRule, type StudentDayRule } from './student-days.js';

type Text = Required<LocalizedText>;

/** The points in which a figure of student days can be another one, as they are named in results. */
export const studentDayChanges = [
  'nested-counted',
  'days-to-come-counted',
  'rule-until-2025',
  'rule-from-2026',
  'part-time-ignored',
  'holidays-first-28-days',
  'holidays-until-2025',
  'holidays-all-days',
  'holidays-none',
  'july-counted',
  'july-left-out-by-education',
  'july-left-out',
  'graduation-day-left-out',
  'nothing-before-july-2023',
  'days-before-july-2023-counted',
  'nothing-after-2025',
  'education-without-july-rule-counted',
  'education-without-july-rule-left-out',
  'days-deemed-resigned-counted',
  'days-deemed-resigned-left-out',
] as const;
export type StudentDayChange = (typeof studentDayChanges)[number];

const { 'until-2025': until2025, 'from-2026': from2026 } = nationalStudentDayRules;

const sets: Readonly<Record<StudentDayChange, Partial<StudentDayRule>>> = {
  'nested-counted': { nested: 'counted' },
  'days-to-come-counted': { until: 'windowEnd' },
  'rule-until-2025': nationalPoints(until2025),
  'rule-from-2026': nationalPoints(from2026),
  'part-time-ignored': { partTime: 'ignored' },
  'holidays-first-28-days': { holiday: 'first28Days' },
  'holidays-until-2025': { holiday: 'until2025' },
  'holidays-all-days': { holiday: 'allDays' },
  'holidays-none': { holiday: 'none' },
  'july-counted': { july: 'counted' },
  'july-left-out-by-education': { july: 'leftOutByEducation' },
  'july-left-out': { july: 'leftOut' },
  'graduation-day-left-out': { graduationDay: 'none' },
  'nothing-before-july-2023': { firstDay: from2026.firstDay },
  'days-before-july-2023-counted': { firstDay: NO_DAY },
  'nothing-after-2025': { lastDay: dayFromIso('2025-12-31') },
  'education-without-july-rule-counted': { education: 'all' },
  'education-without-july-rule-left-out': { education: 'withJulyRule' },
  'days-deemed-resigned-counted': { deemedResigned: 'daysAfterFirst' },
  'days-deemed-resigned-left-out': { deemedResigned: 'none' },
};

function nationalPoints({
  education,
  firstDay,
  holiday,
  deemedResigned,
  july,
}: StudentDayRule): Partial<StudentDayRule> {
  return { education, firstDay, holiday, deemedResigned, july };
}

/** The changes in the order in which they are tried: the likeliest first, so that of two that fit the first one is named. */
export const studentDayRuleChanges: readonly RuleChange<StudentDayRule, StudentDayChange>[] = studentDayChanges.map(
  (id) => ({ id, set: sets[id] }),
);

const fromUntil2025To2026: readonly StudentDayChange[] = [
  'education-without-july-rule-left-out',
  'nothing-before-july-2023',
  'july-left-out-by-education',
  'holidays-until-2025',
  'days-deemed-resigned-counted',
];
const from2026ToUntil2025: readonly StudentDayChange[] = [
  'education-without-july-rule-counted',
  'days-before-july-2023-counted',
  'july-counted',
  'holidays-first-28-days',
  'days-deemed-resigned-left-out',
];

/** The way from one national rule to the other, point by point. */
export function changesBetweenRules(from: NationalRule): readonly RuleChange<StudentDayRule, StudentDayChange>[] {
  const ids = from === 'until-2025' ? fromUntil2025To2026 : from2026ToUntil2025;
  return ids.map((id) => ({ id, set: sets[id] }));
}

/** What each change means to somebody who is no expert of the rules: what the other figure does and ours does not. */
export const studentDayChangeTexts: Readonly<Record<StudentDayChange, Text>> = {
  'nested-counted': {
    fi: 'Mukana on opiskeluoikeus, joka sisältyy toiseen opiskeluoikeuteen. Meidän luvussamme sen päiviä ei ole, jotta samaa opiskelua ei lasketa kahdesti.',
    sv: 'En studierätt som ingår i en annan studierätt har räknats med. I vårt tal finns dess dagar inte, så att samma studier inte räknas två gånger.',
    en: 'A study right that is included in another one has been counted. Our figure leaves its days out, so that the same studies are not counted twice.',
  },
  'days-to-come-counted': {
    fi: 'Mukana ovat myös päivät, joita ei vielä ole ollut: kesken oleva opiskelu on laskettu tarkastelujakson loppuun, meillä aineiston päivään.',
    sv: 'Också dagar som ännu inte har varit har räknats: pågående studier räknas till observationsperiodens slut, hos oss till dagen för uppgifterna.',
    en: 'Days that have not come yet have been counted: studies under way count to the end of the observation period, with us to the day of the data.',
  },
  'rule-until-2025': {
    fi: 'Luku on laskettu vuoteen 2025 asti käytetyllä säännöllä: lomasta lasketaan enintään 28 päivää ja heinäkuu on mukana.',
    sv: 'Talet har beräknats med den regel som användes till och med 2025: av en semester räknas högst 28 dagar, och juli ingår.',
    en: 'The figure follows the rule in use until 2025: at most 28 days of a holiday count, and July is included.',
  },
  'rule-from-2026': {
    fi: 'Luku on laskettu vuoden 2026 säännöllä: heinäkuu jää pois tutkintokoulutuksesta ja valmentavasta koulutuksesta, eikä päiviä lasketa ennen 1.7.2023.',
    sv: 'Talet har beräknats med 2026 års regel: juli räknas inte i examensutbildning och handledande utbildning, och inga dagar räknas före 1.7.2023.',
    en: 'The figure follows the rule of 2026: July does not count in whole qualifications and preparatory education, and no day counts before 1 July 2023.',
  },
  'part-time-ignored': {
    fi: 'Osa-aikainen opiskelu on laskettu kokoaikaisena.',
    sv: 'Studier på deltid har räknats som heltidsstudier.',
    en: 'Part-time study has been counted as full-time study.',
  },
  'holidays-first-28-days': {
    fi: 'Yhtäjaksoisesta lomasta on laskettu enintään 28 ensimmäistä päivää.',
    sv: 'Av en sammanhängande semester har högst de första 28 dagarna räknats.',
    en: 'Of an unbroken holiday at most the first 28 days have been counted.',
  },
  'holidays-until-2025': {
    fi: 'Lomapäivät on laskettu kuten läsnäolopäivät 31.12.2025 asti, myös 28 päivän jälkeen.',
    sv: 'Semesterdagar har räknats som närvarodagar till och med 31.12.2025, också efter 28 dagar.',
    en: 'Days of holiday have been counted like days of presence until 31 December 2025, also beyond 28 days.',
  },
  'holidays-all-days': {
    fi: 'Kaikki lomapäivät on laskettu, myös 28 päivän jälkeen.',
    sv: 'Alla semesterdagar har räknats, också efter 28 dagar.',
    en: 'All days of holiday have been counted, also beyond 28 days.',
  },
  'holidays-none': {
    fi: 'Lomapäiviä ei ole laskettu lainkaan.',
    sv: 'Semesterdagar har inte räknats alls.',
    en: 'No days of holiday have been counted.',
  },
  'july-counted': {
    fi: 'Heinäkuun päivät on laskettu.',
    sv: 'Dagarna i juli har räknats.',
    en: 'The days of July have been counted.',
  },
  'july-left-out-by-education': {
    fi: 'Heinäkuun päiviä ei ole laskettu, koska opiskelu on tutkintokoulutusta tai valmentavaa koulutusta.',
    sv: 'Dagarna i juli har inte räknats, eftersom studierna är examensutbildning eller handledande utbildning.',
    en: 'The days of July have not been counted, because the studies lead to a whole qualification or are preparatory.',
  },
  'july-left-out': {
    fi: 'Heinäkuun päiviä ei ole laskettu, vaikka tässä koulutuksessa ne kuuluisivat mukaan.',
    sv: 'Dagarna i juli har inte räknats, fastän de borde ingå i den här utbildningen.',
    en: 'The days of July have not been counted, although they belong in this education.',
  },
  'graduation-day-left-out': {
    fi: 'Valmistumispäivää ei ole laskettu. Meidän luvussamme se on yksi kokonainen päivä.',
    sv: 'Dagen för utexamineringen har inte räknats. I vårt tal är den en hel dag.',
    en: 'The day of graduation has not been counted. In our figure it is one whole day.',
  },
  'nothing-before-july-2023': {
    fi: 'Päiviä ennen 1.7.2023 ei ole laskettu.',
    sv: 'Dagar före 1.7.2023 har inte räknats.',
    en: 'Days before 1 July 2023 have not been counted.',
  },
  'days-before-july-2023-counted': {
    fi: 'Mukana ovat myös päivät ennen 1.7.2023.',
    sv: 'Också dagar före 1.7.2023 har räknats.',
    en: 'Days before 1 July 2023 have been counted, too.',
  },
  'nothing-after-2025': {
    fi: 'Vanhalla säännöllä on laskettu päiviä vain 31.12.2025 asti.',
    sv: 'Med den gamla regeln har dagar räknats endast till och med 31.12.2025.',
    en: 'By the old rule days have been counted only until 31 December 2025.',
  },
  'education-without-july-rule-counted': {
    fi: 'Mukana on koulutusta, jolle vuoden 2026 sääntö ei anna arvoa.',
    sv: 'Utbildning som 2026 års regel inte ger något värde har räknats med.',
    en: 'Education to which the rule of 2026 gives no value has been counted.',
  },
  'education-without-july-rule-left-out': {
    fi: 'Koulutusta, jolle vuoden 2026 sääntö ei anna arvoa, ei ole laskettu.',
    sv: 'Utbildning som 2026 års regel inte ger något värde har inte räknats.',
    en: 'Education to which the rule of 2026 gives no value has not been counted.',
  },
  'days-deemed-resigned-counted': {
    fi: 'Katsotaan eronneeksi -tilan päivät on laskettu ensimmäisen päivän jälkeen.',
    sv: 'Dagar med statusen anses utskriven har räknats efter den första dagen.',
    en: 'Days in the state “deemed resigned” have been counted after the first one.',
  },
  'days-deemed-resigned-left-out': {
    fi: 'Katsotaan eronneeksi -tilan päiviä ei ole laskettu.',
    sv: 'Dagar med statusen anses utskriven har inte räknats.',
    en: 'Days in the state “deemed resigned” have not been counted.',
  },
};
