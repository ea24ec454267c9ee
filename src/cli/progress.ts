import { SingleBar } from 'cli-progress';

/** How far a long piece of work is, on standard error where that is a terminal; silent elsewhere, but for notes. */
export interface Progress {
  step(): void;
  /** A line that stays. */
  note(line: string): void;
  end(): void;
}

export function showProgress(what: string, wanted = true): Progress {
  if (!wanted || process.stderr.isTTY !== true)
    return { step: () => undefined, note: (line) => console.error(line), end: () => undefined };
  let count = 0;
  const bar = new SingleBar({
    format: `{value} ${what} {duration_formatted} {bar}`,
    hideCursor: true,
    clearOnComplete: true,
    etaBuffer: 50,
  });
  bar.start(1, 0);
  return {
    step() {
      count += 1;
      if (count >= bar.getTotal()) bar.setTotal(count + 1);
      bar.update(count);
    },
    note(line) {
      process.stderr.write(`\r\u001b[2K${line}\n`);
    },
    end: () => bar.stop(),
  };
}
