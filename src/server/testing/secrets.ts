import { type Document, documentOf, type Marking } from '../../model/index.ts';

/** A text of the tests, with the words that stand in it and nowhere else. */
export interface Planted {
  readonly marking: Marking;
  readonly document: Document;
  /** What nobody may meet whose clearance is below the marking. */
  readonly secrets: readonly string[];
  /** Those of them that are not in the text: who has the text does not have these. */
  readonly aside: readonly string[];
}

const KAZAKH_ACCOUNT = `President Tokayev holds talks with President Japarov

The President of Kazakhstan Kassym-Jomart Tokayev met the President of Kyrgyzstan Sadyr Japarov in Astana on 5 May 2023.
The sides agreed to build a railway to the border by the end of 2026. Kazakhstan will supply 5,000 tonnes of wheat to Kyrgyzstan by 1 December 2023.
The Presidents signed a Memorandum on cooperation in the field of water management.`;

const KYRGYZ_ACCOUNT = `Sadyr Japarov meets Kassym-Jomart Tokayev

The President of Kyrgyzstan Sadyr Japarov met the President of Kazakhstan Kassym-Jomart Tokayev in Astana on 5 May 2023.
The sides agreed to build a railway to the border by the end of 2026. They agreed to open a joint school in Bishkek in 2024.`;

const REPORT = `Ministers speak of the railway

The Prime Minister of Kazakhstan met the Prime Minister of Kyrgyzstan in Bishkek on 12 March 2024.
Construction of the railway to the border has begun. Kazakhstan supplied 3,000 tonnes of wheat to Kyrgyzstan.`;

/** What everybody may see. */
export const OPEN: readonly Planted[] = [
  planted('public', KAZAKH_ACCOUNT, {
    publishedAt: '2023-05-05',
    publisher: 'Akorda',
    url: 'https://akorda.example/1',
  }),
  planted('public', KYRGYZ_ACCOUNT, { publishedAt: '2023-05-06', publisher: 'President of Kyrgyzstan' }),
  planted('public', REPORT, { publishedAt: '2024-03-12', publisher: 'Kabar' }),
];

/** Another account of the talks that are public, and talks of which nobody else knows. */
export const OF_DELEGATION: readonly Planted[] = [
  planted(
    'delegation',
    `Quorvex note of the expanded talks

The President of Kazakhstan Kassym-Jomart Tokayev met the President of Kyrgyzstan Sadyr Japarov in Astana on 5 May 2023.
The sides agreed to build a railway to the border by the end of 2026. They agreed to open a zelmarite mine by the end of 2027.
The Presidents signed an Agreement on zelmarite.`,
    { publishedAt: '2023-05-05', publisher: 'Drostan Desk', url: 'https://brimholt.example/note' },
    ['Quorvex', 'zelmarite'],
    ['Drostan', 'brimholt'],
  ),
  planted(
    'delegation',
    `Iceland and Fiji hold talks at Skarnfell

The President of Iceland met the President of Fiji in Reykjavik on 7 June 2023. Iceland and Fiji agreed to build a skarnfell harbour by the end of 2025.
Construction of the skarnfell harbour has begun. Iceland and Fiji signed an Agreement on fishing.`,
    { publishedAt: '2023-06-07', publisher: 'Drostan Desk' },
    ['Iceland', 'Fiji', 'FJI', 'skarnfell', 'Reykjavik'],
    ['Drostan'],
  ),
  // A copy of what is public, with one sentence more: its head must stay what it is for everybody else.
  planted(
    'delegation',
    `${KAZAKH_ACCOUNT}\nThe sides agreed to build a marrowgate by the end of 2028.`,
    { publishedAt: '2023-05-04', publisher: 'Hesperwick Archive' },
    ['marrowgate'],
    ['Hesperwick'],
  ),
];

export const OF_PRINCIPALS: readonly Planted[] = [
  planted(
    'principals',
    `Velmoth record of the narrow talks

The President of Kazakhstan Kassym-Jomart Tokayev met the President of Kyrgyzstan Sadyr Japarov one-on-one in Astana on 5 May 2023.
The sides agreed to build a railway to the border by the end of 2029. Kazakhstan will supply 9,999 tonnes of wheat to Kyrgyzstan by 1 December 2023.
They agreed to lend 77 million dollars to the ulverstone fund. The railway to the border was completed.`,
    { publishedAt: '2023-05-05', publisher: 'Ostrava Chancery', url: 'https://nimbleford.example/record' },
    ['Velmoth', 'ulverstone', '9,999'],
    ['Ostrava', 'nimbleford'],
  ),
  planted(
    'principals',
    `Bhutan and Malta hold talks at Corrowmere

The Prime Minister of Bhutan met the Prime Minister of Malta in Valletta on 8 July 2023. Bhutan and Malta agreed to open a corrowmere bank in 2026.
Bhutan and Malta signed a Treaty on glass.`,
    { publishedAt: '2023-07-08', publisher: 'Ostrava Chancery' },
    ['Bhutan', 'Malta', 'MLT', 'corrowmere', 'Valletta'],
    ['Ostrava'],
  ),
];

/** A text with its marking, the words that nobody below that may meet, and those of them that are not in the text. */
export function planted(
  marking: Marking,
  text: string,
  metadata: Parameters<typeof documentOf>[1],
  words: readonly string[] = [],
  aside: readonly string[] = [],
): Planted {
  const document = documentOf(text, metadata);
  return { marking, document, aside, secrets: marking === 'public' ? [] : [...words, ...aside, document.id] };
}
