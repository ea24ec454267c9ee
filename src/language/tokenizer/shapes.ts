/** Top-level domains and file extensions that keep a full stop inside a token: `gov.kz`, `annex.pdf`. */
const ENDINGS =
  'com|org|net|edu|gov|int|info|mil|biz|news|asia|kz|kg|ru|uz|tj|tm|az|am|ge|by|ua|md|cn|jp|kr|mn|in|tr|ir|pk|af|eu|uk|us|de|fr|it|es|pl|nl|ch|at|se|no|fi|io|tv|me|co|қаз|рф|' +
  'pdf|docx?|xlsx?|pptx?|html?|txt|jpe?g|png|zip|csv';

// Every repetition is bounded where a failed match would be tried again further on: scanning stays linear.
const WEB = new RegExp(
  '(?:https?://|ftp://|www\\.)[^\\s<>«»“”"]+' +
    '|(?:mailto:)?[\\w.+-]{1,64}@[\\w-]{1,64}(?:\\.[\\w-]{1,64}){1,8}' +
    '|[\\p{L}\\p{N}_-]{1,64}@[\\p{L}\\p{N}_-]{1,64}|[a-z-]{2,20}(?:\\.[a-z-]{2,40}){2,6}(?![\\p{L}\\p{N}])|(?:b/c|w/o|c/o|n/a)(?![\\p{L}\\p{N}])' +
    `|[\\p{L}\\p{N}_-]{1,64}(?:\\.[\\p{L}\\p{N}_-]{1,64}){0,6}\\.(?:${ENDINGS})(?![\\p{L}\\p{N}])(?:/[^\\s<>«»“”"]{0,2000})?`,
  'uy',
);
const WEB_TAIL = /[.,;:!?)\]»”"'’]+$/;
const PHONE = /\d{3}-\d{3,4}(?:-\d{2,4})*(?![\d-])|\d{3}\.\d{3}\.\d{4}/y;
const NUMBER = /\p{Nd}+(?:[.,:/]\p{Nd}+)*/uy;
const HANDLE = /[@#](?!\d{1,4}(?![\p{L}\p{N}_]))[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.-]{0,100}(?<![.-])/uy;
const ENTITY = /(?:&#?\w{1,8};)+/y;
const EMOJI =
  /(?:\p{Regional_Indicator}{2}|[0-9#*]\ufe0f?\u20e3|\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]{0,2}(?:\u200d\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]{0,2}){0,8})/uy;
const EMOTICON = /[:;=][-'^]?(?:\){1,9}|\({1,9}|D|P|p|\/|\*)(?![\p{L}\p{N}])/uy;
const RUN = /\.{2,}|…+|[!?]{2,}|-{2,}|—{2,}|={2,}|\*{2,}|_{2,}|~{2,}|\${2,}|<{2,}|>{2,}|\){3,}|\({3,}|`{2}|'{2}/y;

function ending(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** End of an address, domain or file name at `at`, without punctuation behind it; -1 where there is none. */
export function webEnd(text: string, at: number): number {
  const end = ending(WEB, text, at);
  if (end < 0) return -1;
  const tail = WEB_TAIL.exec(text.slice(Math.max(at, end - 16), end));
  return tail === null ? end : end - tail[0].length;
}

/** End of a number at `at`: thousands, decimals, times, dates and telephone numbers are one; -1 where there is none. */
export function numberEnd(text: string, at: number): number {
  const phone = ending(PHONE, text, at);
  return phone < 0 ? ending(NUMBER, text, at) : phone;
}

/** End of a handle, entity, emoji, emoticon or run of one sign at `at`; -1 where there is none. */
export function signEnd(text: string, at: number): number {
  for (const pattern of [RUN, EMOTICON, HANDLE, ENTITY, EMOJI]) {
    const end = ending(pattern, text, at);
    if (end > at) return end;
  }
  return -1;
}
