import { benchLanguage } from './language.ts';
import { benchLedger } from './ledger.ts';
import { benchPages } from './pages.ts';
import { benchReader } from './reader.ts';
import { benchRegister } from './register.ts';

/** What can be measured: `npm run bench -- NAME [ARGUMENTS…]`. */
const BENCHES: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  language: benchLanguage,
  reader: benchReader,
  register: ([sizes = '1000,10000,100000', place]) => benchRegister(sizes.split(',').map(Number), place),
  pages: async ([register]) => benchPages(register),
  ledger: async ([documents]) => benchLedger(documents === undefined ? undefined : Number(documents)),
};

const [name = '', ...args] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench === undefined) {
  console.error(`no bench "${name}"; name one of ${Object.keys(BENCHES).join(', ')}`);
  process.exitCode = 1;
} else await bench(args);
