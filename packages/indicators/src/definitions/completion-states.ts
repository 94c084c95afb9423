import type { LocalizedText } from '@strapetsi/text';

interface State {
  readonly code: number;
  readonly label: Required<LocalizedText>;
}

function state(code: number, fi: string, sv: string, en: string): State {
  return { code, label: { fi, sv, en } };
}

/**
 * Names in Finnish and Swedish: CSCfi/antero e14a7bf3 (MIT, © 2017 CSC), p_lataa_d_opintojen_kulku_priorisoitu_tilanne,
 * series `toinen_aste`. It has no English; the English is ours.
 */
export const completionStates: readonly State[] = [
  state(
    1,
    'Valmistunut alkuperäisestä koko tutkintoon johtavasta koulutuksesta',
    'Utexaminerad från den ursprungliga utbildningen som leder till hela examen',
    'Graduated from the original education leading to a whole qualification',
  ),
  state(
    2,
    'Valmistunut muusta koko tutkintoon johtavasta koulutuksesta',
    'Utexaminerad från en annan utbildning som leder till hela examen',
    'Graduated from other education leading to a whole qualification',
  ),
  state(
    3,
    'Jatkaa alkuperäisessä koko tutkintoon johtavassa koulutuksessa',
    'Fortsätter i den ursprungliga utbildningen som leder till hela examen',
    'Continues in the original education leading to a whole qualification',
  ),
  state(
    4,
    'Jatkaa muussa koko tutkintoon johtavassa koulutuksessa',
    'Fortsätter i annan utbildning som leder till en hel examen',
    'Continues in other education leading to a whole qualification',
  ),
  state(
    5,
    'Jatkaa alkuperäisessä valmentavassa koulutuksessa',
    'Fortsätter i den ursprungliga utbildningen som handleder för examen',
    'Continues in the original preparatory education',
  ),
  state(
    6,
    'Jatkaa muussa valmentavassa koulutuksessa',
    'Fortsätter i annan utbildning som handleder för examen',
    'Continues in other preparatory education',
  ),
  state(
    7,
    'Valmistunut ammatillisen tutkinnon osan/osien koulutuksesta',
    'Utexaminerad från utbildning för en eller flera delar av en yrkesexamen',
    'Graduated from education in one or more units of a vocational qualification',
  ),
  state(
    8,
    'Jatkaa ammatillisen tutkinnon osan/osien koulutuksessa',
    'Fortsätter i utbildningen för en eller flera delar av en yrkesexamen',
    'Continues in education in one or more units of a vocational qualification',
  ),
  state(
    98,
    'Ei valmistunut eikä edellä mainituissa koulutuksissa',
    'Varken utexaminerad eller i ovan nämnda utbildningar',
    'Neither graduated nor in the education mentioned above',
  ),
];
