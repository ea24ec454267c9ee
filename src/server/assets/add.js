// Uploads: what becomes of each file is told while the others are read (server-sent events over fetch).
const form = document.querySelector('#add-files');
const status = document.querySelector('#add-status');
const log = document.querySelector('#add-log');

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const button = form.querySelector('button');
  button.disabled = true;
  log.replaceChildren();
  status.textContent = '…';
  try {
    const headers = { accept: 'text/event-stream' };
    const answer = await fetch(form.action, { method: 'POST', body: new FormData(form), headers });
    if (!answer.ok) throw new Error(answer.statusText);
    for await (const [kind, data] of eventsOf(answer.body)) tell(kind, data);
  } catch {
    status.textContent = status.dataset.failed;
  } finally {
    button.disabled = false;
  }
});

async function* eventsOf(body) {
  let rest = '';
  for await (const piece of body.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + piece).split('\n\n');
    rest = blocks.pop();
    for (const block of blocks) {
      const field = (name) => block.match(new RegExp(`^${name}: ?(.*)$`, 'm'))?.[1] ?? '';
      yield [field('event'), JSON.parse(field('data'))];
    }
  }
}

function tell(kind, data) {
  if (kind === 'end') {
    status.textContent = data.sum;
    return;
  }
  const line = document.createElement('li');
  line.className = 'line';
  const words = document.createElement(kind === 'refused' ? 'span' : 'a');
  words.textContent = kind === 'refused' ? data.reason : data.title || data.place;
  if (kind === 'refused') words.className = 'warn';
  else words.href = data.href;
  line.append(words);
  log.append(line);
}
