import { describe, expect, test } from 'vitest';
import { identifyLanguage } from './index.ts';

describe('identifyLanguage', () => {
  test.each([
    ['en', 'The sides agreed to expand cooperation in energy and transport.'],
    ['en', 'Presidents of Mongolia and Uzbekistan hold talks in Samarkand'],
    ['ru', 'Стороны договорились расширить сотрудничество в области энергетики.'],
    ['ru', 'Президент провёл переговоры с премьер-министром Монголии'],
    ['kk', 'Тараптар ынтымақтастықты кеңейту туралы келісімге қол қойды.'],
    ['kk', 'Президент Астанада ресми кездесу өткізді.'],
    ['ky', 'Тараптар кызматташууну кеңейтүү боюнча келишимге кол коюшту.'],
    ['ky', 'Президент Бишкекте расмий жолугушуу өткөрдү.'],
  ])('knows %s', (language, text) => {
    expect(identifyLanguage(text)).toBe(language);
  });

  test.each([
    ['Ukrainian', 'Президенти двох країн обговорили питання співробітництва та підписали заяву.'],
    ['Uzbek, Cyrillic', 'Президент Тошкентда Қирғизистон раҳбари билан музокаралар ўтказди.'],
    ['Uzbek, Latin', 'Prezident Toshkentda muzokaralar o‘tkazdi va qo‘shma bayonot imzolandi.'],
    ['Turkish', 'Cumhurbaşkanı resmî törenle karşılandı ve ikili görüşmeler yapıldı.'],
    ['German', 'Der Bundespräsident empfing heute in Berlin den Präsidenten zu einem Gespräch.'],
    ['French', 'Le président de la République a reçu à Paris son homologue pour un entretien.'],
    ['Spanish', 'El presidente se reunió en Madrid con el primer ministro para firmar un acuerdo.'],
    ['Mongolian', 'Ерөнхийлөгч хоёр орны харилцааг өргөжүүлэх талаар санал солилцлоо.'],
    ['Tajik', 'Президенти мамлакат бо сафари расмӣ ба Душанбе омад.'],
    ['Bulgarian', 'Президентът на България се срещна с министъра на външните работи.'],
    ['Belarusian', 'Прэзідэнт сустрэўся з міністрам замежных спраў у Мінску.'],
    ['Chinese', '国家主席在北京会见外国总统。'],
    ['digits', '12 345 — 67'],
    ['nothing', ''],
  ])('leaves %s out', (_, text) => {
    expect(identifyLanguage(text)).toBe('other');
  });
});
