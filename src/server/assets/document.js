// A document and its list of findings: pointing at or focusing one shows the other; #s=120-168 marks words.
const text = document.querySelector('.text');
const list = document.querySelector('.finding-list');

function follow() {
  /** The elements that show a finding: pieces of the text, and its entry in the list. */
  function shownBy(anchor) {
    return [
      ...text.querySelectorAll(`[data-f~="${CSS.escape(anchor)}"]`),
      ...list.querySelectorAll(`[data-finding="${CSS.escape(anchor)}"]`),
    ];
  }

  function light(anchor) {
    for (const one of document.querySelectorAll('.lit')) one.classList.remove('lit');
    if (anchor !== undefined) for (const one of shownBy(anchor)) one.classList.add('lit');
  }

  const entryOf = (target) => target.closest('[data-finding]');

  /** The weightiest finding over a piece of text whose layer is on. */
  function findingAt(target) {
    const anchors = target.closest('[data-f]')?.dataset.f.split(' ') ?? [];
    return anchors.find((anchor) => list.querySelector(`[data-finding="${CSS.escape(anchor)}"]`)?.offsetParent != null);
  }

  /** Scrolls within its own column only, so that the page does not jump. */
  function showInList(anchor) {
    const entry = list.querySelector(`[data-finding="${CSS.escape(anchor)}"]`);
    const column = list.closest('.reading-side');
    if (entry === null || column === null || column.scrollHeight <= column.clientHeight) return;
    column.scrollTop = entry.offsetTop - column.clientHeight / 3;
  }

  list.addEventListener('pointerover', (event) => light(entryOf(event.target)?.dataset.finding));
  list.addEventListener('pointerleave', () => light());
  list.addEventListener('focusin', (event) => {
    const anchor = entryOf(event.target)?.dataset.finding;
    light(anchor);
    text.querySelector('.lit')?.scrollIntoView({ block: 'nearest' });
  });
  text.addEventListener('pointerover', (event) => light(findingAt(event.target)));
  text.addEventListener('pointerleave', () => light());
  text.addEventListener('click', (event) => {
    const anchor = findingAt(event.target);
    if (anchor === undefined || !getSelection().isCollapsed) return;
    history.replaceState(null, '', `#${anchor}`);
    light(anchor);
    showInList(anchor);
  });

  /** The range of words at offsets of the document's text. */
  function rangeOf(start, end) {
    const range = document.createRange();
    let found = false;
    for (const paragraph of text.querySelectorAll('[data-at]')) {
      let at = Number(paragraph.dataset.at);
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const length = node.data.length;
        if (!found && start < at + length) {
          range.setStart(node, Math.max(0, start - at));
          found = true;
        }
        if (found && end <= at + length) {
          range.setEnd(node, Math.max(0, end - at));
          return range;
        }
        at += length;
      }
    }
    return undefined;
  }

  function followHash() {
    const hash = decodeURIComponent(location.hash.slice(1));
    const words = /^s=(\d+)-(\d+)$/.exec(hash);
    CSS.highlights?.clear();
    if (words === null) {
      if (hash !== '' && document.getElementById(hash) !== null) {
        light(hash);
        showInList(hash);
        text.querySelector('.lit')?.scrollIntoView({ block: 'center' });
      }
      return;
    }
    const range = rangeOf(Number(words[1]), Number(words[2]));
    if (range === undefined) return;
    if (CSS.highlights !== undefined) CSS.highlights.set('permalink', new Highlight(range));
    range.startContainer.parentElement.scrollIntoView({ block: 'center' });
  }

  /** The offsets of what is selected in the text. */
  function selectedSpan() {
    const selection = getSelection();
    if (selection.isCollapsed || !text.contains(selection.anchorNode) || !text.contains(selection.focusNode))
      return undefined;
    const range = selection.getRangeAt(0);
    const offset = (node, inside) => {
      const paragraph = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest('[data-at]');
      if (paragraph === null) return undefined;
      const before = document.createRange();
      before.setStart(paragraph, 0);
      before.setEnd(node, inside);
      return Number(paragraph.dataset.at) + before.toString().length;
    };
    const [start, end] = [offset(range.startContainer, range.startOffset), offset(range.endContainer, range.endOffset)];
    return start === undefined || end === undefined || start >= end
      ? undefined
      : { start, end, words: range.toString() };
  }

  // Words selected by hand: the form to add a finding shows, filled with where they stand.
  const form = document.querySelector('#add-finding');
  document.addEventListener('selectionchange', () => {
    const span = selectedSpan();
    if (form === null || span === undefined || span.words.length > 2000) return;
    form.hidden = false;
    form.elements.start.value = span.start;
    form.elements.end.value = span.end;
    form.elements.words.value = span.words;
    form.querySelector('.selected-words').textContent = span.words;
    form.querySelector('.selected-link').href = `#s=${span.start}-${span.end}`;
  });

  addEventListener('hashchange', followHash);
  followHash();
}

if (text !== null && list !== null) follow();
