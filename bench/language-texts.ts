import type { Language } from '../src/model/index.ts';

/** Sentences of official texts with places for a country and a subject. */
const SENTENCES: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'The President of {country} received the delegation on {number} March and thanked it for its support.',
    'The sides discussed {subject}, {subject} and {subject}, and agreed to set up a working group by the end of the year.',
    '“We don’t forget our friends in {country},” the minister said, adding that {number} projects were under way.',
    'Trade between the two countries rose by {number}.4 percent, to $2.{number} billion, in the first nine months.',
    'Special attention was paid to {subject}, which, as Mr. S. Adams of {country} noted, had been neglected for too long.',
    'A memorandum on {subject} and a protocol amending the Treaty of 2009 were signed as a result of the talks.',
    'He reaffirmed that {country} was ready to host the next meeting of the commission and to share its experience in {subject}.',
  ],
  ru: [
    'Президент принял делегацию {number} марта и поблагодарил её за поддержку, сообщает пресс-служба.',
    'Стороны обсудили {subject}, {subject} и {subject} и договорились создать рабочую группу до конца года.',
    '«Мы не забываем друзей», – сказал министр, добавив, что осуществляется {number} проектов ({country}).',
    'Товарооборот вырос на {number},4 процента и достиг 2,{number} млрд долларов за девять месяцев 2025 г.',
    'Особое внимание, как отметил С. Орлов, было уделено таким вопросам, как {subject} и {subject}.',
    'По итогам переговоров были подписаны меморандум и протокол о внесении изменений в договор 2009 года.',
    '{country}: глава правительства подтвердил готовность провести следующее заседание комиссии и обменяться опытом.',
  ],
  kk: [
    'Президент {number} наурызда делегацияны қабылдап, қолдау көрсеткені үшін алғыс айтты.',
    'Тараптар {subject}, {subject} және {subject} мәселелерін талқылап, жұмыс тобын құруға келісті.',
    '«Біз достарымызды ұмытпаймыз», – деді министр, {country} жобаларын атап өтіп.',
    'Тауар айналымы {number},4 пайызға өсіп, 2,{number} млрд. долларға жетті.',
    'Келіссөздер нәтижесінде {subject} туралы меморандумға қол қойылды.',
  ],
  ky: [
    'Президент {number}-мартта делегацияны кабыл алып, колдоо көрсөткөнү үчүн ыраазычылык билдирди.',
    'Тараптар {subject}, {subject} жана {subject} маселелерин талкуулап, жумушчу топ түзүүгө макулдашты.',
    '«Биз досторубузду унутпайбыз», – деди министр, {country} долбоорлорун белгилеп.',
    'Соода жүгүртүү {number},4 пайызга өсүп, 2,{number} млрд. долларга жетти.',
    'Сүйлөшүүлөрдүн жыйынтыгында {subject} боюнча меморандумга кол коюлду.',
  ],
};

const SUBJECTS: Readonly<Record<Language, readonly string[]>> = {
  en: ['water', 'rail transport', 'the supply of grain', 'visas', 'border security', 'tourism', 'digital services'],
  ru: ['энергетика', 'поставки зерна', 'охрана границы', 'туризм', 'цифровые услуги', 'подготовка кадров'],
  kk: ['су', 'көлік', 'астық жеткізу', 'шекара қауіпсіздігі', 'туризм', 'білім беру'],
  ky: ['суу', 'транспорт', 'дан жеткирүү', 'чек ара коопсуздугу', 'туризм', 'билим берүү'],
};

const REGIONS = ['KZ', 'KG', 'MN', 'JP', 'BR', 'CH', 'EG', 'IN', 'PL', 'CL', 'VN', 'SE', 'TR', 'KE'];
const PARAGRAPHS = 8;
const SENTENCES_EACH = 3;

/** A made-up document in the language; the same for the same number. */
export function madeText(language: Language, number: number): string {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  let state = number + 1;
  const pick = <T>(list: readonly T[]): T => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return list[Math.floor((state / 2 ** 32) * list.length)]!;
  };
  const fill = (sentence: string): string =>
    sentence
      .replace(/\{country\}/g, () => names.of(pick(REGIONS)) ?? '')
      .replace(/\{subject\}/g, () => pick(SUBJECTS[language]))
      .replace(/\{number\}/g, () => String(1 + pick(Array.from({ length: 28 }, (_, day) => day))));
  const paragraph = (): string =>
    Array.from({ length: SENTENCES_EACH }, () => fill(pick(SENTENCES[language]))).join(' ');
  return Array.from({ length: PARAGRAPHS }, paragraph).join('\n\n');
}
