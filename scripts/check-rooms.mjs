// Holds the one-way order of the rooms: each room imports only what its line in this table names.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

const MAY_IMPORT = {
  model: [],
  language: ['model'],
  knowledge: ['model'],
  reader: ['model', 'language', 'knowledge'],
  ledger: ['model', 'language', 'knowledge'],
  sources: ['model'],
  register: ['model', 'language', 'knowledge', 'reader', 'ledger', 'sources'],
  desk: ['model', 'language', 'knowledge', 'reader', 'ledger', 'sources', 'register'],
  server: ['desk', 'model'],
  cli: ['desk', 'server', 'model'],
};

const faults = [];
for (const file of globSync('src/**/*.{ts,tsx}')) {
  const room = file.split(sep)[1];
  if (!(room in MAY_IMPORT)) continue;
  const text = readFileSync(file, 'utf8');
  for (const [, path] of text.matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g)) {
    const target = relative('src', join(dirname(file), path)).split(sep);
    if (target[0] === '..') faults.push(`${file}: imports ${path}, outside src/`);
    else if (target[0] !== room && !MAY_IMPORT[room].includes(target[0]))
      faults.push(
        `${file}: ${room}/ may not import ${target[0]}/; it may import ${MAY_IMPORT[room].join(', ') || 'nothing'}`,
      );
    else if (target[0] !== room && target.length > 2)
      faults.push(`${file}: imports ${path}; import ${target[0]}/index.ts instead`);
  }
}
for (const fault of faults) console.error(fault);
console.log(`rooms: ${faults.length === 0 ? 'in order' : `${faults.length} faults`}`);
process.exitCode = faults.length === 0 ? 0 : 1;
