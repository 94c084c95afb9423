import { NO_DAY } from '../../days/day.js';
import { MISSING_CODE } from '../../facts/codes.js';
import { lacks, type CollectContext, type CollectRow } from './collect-rights.js';
import { personIn, type CollectedAnswer } from './collected.js';

export function createResponseCollector(context: CollectContext): CollectRow {
  const { row, collected, dictionaries, pseudonymise, tell } = context;

  const answersOf = (): CollectedAnswer[] =>
    row.answers().map(({ question, value }) => ({
      question: dictionaries.question.add(question.key, question.label),
      value: value ?? NO_DAY,
      cantSay: value === undefined ? 1 : 0,
      forFunding: question.forFunding ? 1 : 0,
    }));

  return (place) => {
    const survey = row.code('response.survey');
    if (survey === -1) return lacks(tell, 'response.survey');
    const given = context.person();
    const personKey = given.key ?? context.localKey(place);
    if (context.isGone(personKey)) {
      tell('person-met-again', 'person', '2 × person');
      return false;
    }
    const text = row.text('response.key');
    // Who has the number of a reply may find who gave it: it travels as a pseudonym.
    const key = text === undefined ? context.localKey(place) : pseudonymise('reply', text);
    if (collected.responses.has(key)) {
      tell('response-met-again', 'response.key', '2 × response.key');
      return false;
    }
    const response = {
      key,
      provider: row.code('response.provider'),
      school: row.code('response.school'),
      qualification: row.code('response.qualification'),
      survey,
      education: row.number('response.education') ?? MISSING_CODE,
      day: row.number('response.day') ?? NO_DAY,
      asked: row.number('response.asked') ?? 1,
      answered: row.number('response.answered'),
      weight: row.number('response.weight') ?? 1,
      own: row.own(),
      answers: answersOf(),
    };
    collected.responses.set(key, response);
    personIn(collected, { ...given, key: personKey }).responses.push(response);
    return true;
  };
}

/** Rows of answers are joined to their replies when all have been read. */
export function createAnswerCollector({ row, collected, pseudonymise, tell }: CollectContext): CollectRow {
  return (place) => {
    const response = row.text('response.key');
    if (response === undefined) return lacks(tell, 'response.key');
    const question = row.code('answer.question');
    if (question === -1) return lacks(tell, 'answer.question');
    const cantSay = row.number('answer.cantSay') ?? 0;
    const value = cantSay === 1 ? undefined : row.number('answer.value');
    if (value === undefined && cantSay === 0) return lacks(tell, 'answer.value');
    const answer = { question, value: value ?? NO_DAY, cantSay, forFunding: row.number('answer.forFunding') ?? 0 };
    collected.answers.push({ place, response: pseudonymise('reply', response), answer });
    return true;
  };
}
