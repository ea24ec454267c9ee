import { table } from './load.ts';
import type { OfficeRecord, PortfolioRecord } from './schema.ts';

type Wordings = Pick<OfficeRecord, 'en' | 'ru' | 'kk' | 'ky'>;

/** The minister, the deputy and the ministry of every portfolio: `transport-minister`, `deputy-transport-minister`, `transport-ministry`. */
export function portfolioOffices(): OfficeRecord[] {
  return table('portfolios').flatMap((portfolio) => [
    { slug: `${portfolio.slug}-minister`, binds: true, ...minister(portfolio) },
    { slug: `deputy-${portfolio.slug}-minister`, binds: true, ...deputy(portfolio) },
    { slug: `${portfolio.slug}-ministry`, binds: true, body: true, ...ministry(portfolio) },
  ]);
}

function minister({ en, ru, ministries = [], kk, ky }: PortfolioRecord): Wordings {
  return {
    en: en.flatMap((of) => [
      `${of} minister`,
      `minister of ${of}`,
      `minister for ${of}`,
      `secretary of ${of}`,
      `secretary for ${of}`,
      `${of} secretary`,
      `cabinet secretary for ${of}`,
      `secretary of state for ${of}`,
    ]),
    ru: [...ru.map((of) => `министр ${of}`), ...ministries.map((short) => `глава ${genitive(short)}`)],
    ...(kk === undefined ? {} : { kk: kk.map((of) => `${of} министр`) }),
    ...(ky === undefined ? {} : { ky: ky.map((of) => `${of} министр`) }),
  };
}

function deputy({ en, ru, ministries = [] }: PortfolioRecord): Wordings {
  const ranks = ['deputy', 'vice', 'first deputy'];
  return {
    en: en.flatMap((of) => ranks.flatMap((rank) => [`${rank} ${of} minister`, `${rank} minister of ${of}`])),
    ru: [
      ...ru.flatMap((of) => [
        `заместитель министра ${of}`,
        `=замминистра ${of}`,
        `первый заместитель министра ${of}`,
        `вице-министр ${of}`,
      ]),
      ...ministries.map((short) => `замглавы ${genitive(short)}`),
    ],
  };
}

function ministry({ en, ru, ministries = [], kk, ky }: PortfolioRecord): Wordings {
  return {
    en: en.flatMap((of) => [`ministry of ${of}`, `ministry for ${of}`, `${of} ministry`, `department of ${of}`]),
    ru: [...ru.map((of) => `министерство ${of}`), ...ministries],
    ...(kk === undefined ? {} : { kk: kk.map((of) => `${of} министрлік`) }),
    ...(ky === undefined ? {} : { ky: ky.map((of) => `${of} министрлик`) }),
  };
}

/** «глава Минтранса», «глава МЧС», «глава Минобороны». */
function genitive(short: string): string {
  return short.startsWith('=') ? short.slice(1) : /[ыи]$/u.test(short) ? short : `${short}а`;
}
