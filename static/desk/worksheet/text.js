// The text: where words stand in it, and the sentence around them. Places are counted in characters, as the
// desk counts them, and not in the units of a script's strings.
"use strict";

export const text = document.getElementById("text");
const sentences = JSON.parse(document.getElementById("sentences").textContent);

// Browsers begin no choice of words within a link: with a script the marks of the text are none, and are taken up
// by a click, or from the list of what is open.
export const loosen = () => {
  for (const mark of text.querySelectorAll("a.mark-open[href]")) mark.removeAttribute("href");
};

const length = (words) => [...words].length;
const plain = (words) => words.replace(/\s+/gu, " ").trim();

const paragraphOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest("[data-start]");

const placeOf = (paragraph, node, offset) => {
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, offset);
  return Number(paragraph.dataset.start) + length(before.toString());
};

// The sentences that the words share, so far as they stand in the paragraph.
const sentenceAround = (paragraph, start, end) => {
  const begin = Number(paragraph.dataset.start);
  const letters = [...paragraph.textContent];
  const around = sentences.filter(([from, to]) => from < end && start < to);
  const from = Math.min(start, ...around.map(([first]) => first));
  const to = Math.max(end, ...around.map(([, last]) => last));
  return plain(letters.slice(Math.max(0, from - begin), to - begin).join(""));
};

// The words that are chosen in the text; nothing where none are, or some outside of it.
export const chosen = () => {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed || !text.contains(selection.anchorNode) || !text.contains(selection.focusNode)) return null;
  const range = selection.getRangeAt(0);
  const first = paragraphOf(range.startContainer) ?? text.querySelector("[data-start]");
  const last = paragraphOf(range.endContainer) ?? first;
  const words = plain(range.toString());
  if (!words) return null;
  const start = placeOf(first, range.startContainer, range.startOffset);
  const end = placeOf(last, range.endContainer, range.endOffset);
  const sentence = first === last ? sentenceAround(first, start, end) : words;
  return { start, end, words, sentence, locator: `paragraph ${first.dataset.number}` };
};

// Arrows choose the next word or line; with Shift they add to what is chosen.
const STEPS = { ArrowRight: "word", ArrowLeft: "word", ArrowDown: "line", ArrowUp: "line" };

const isForward = (key, node) => {
  if (key === "ArrowDown" || key === "ArrowUp") return key === "ArrowDown";
  return (key === "ArrowRight") === (getComputedStyle(paragraphOf(node) ?? text).direction === "ltr");
};

const begin = (selection) => {
  const room = text.getBoundingClientRect();
  const first = [...text.children].find((each) => each.getBoundingClientRect().bottom > room.top) ?? text.firstElementChild;
  selection.setPosition(first, 0);
};

export const step = (key, isLonger) => {
  const selection = document.getSelection();
  if (!selection.rangeCount || !text.contains(selection.anchorNode)) begin(selection);
  const direction = isForward(key, selection.focusNode) ? "forward" : "backward";
  if (isLonger) selection.modify("extend", direction, STEPS[key]);
  else chooseNext(selection, direction, STEPS[key]);
  selection.focusNode?.parentElement?.scrollIntoView({ block: "nearest" });
};

const chooseNext = (selection, direction, by) => {
  if (!selection.isCollapsed) selection[direction === "forward" ? "collapseToEnd" : "collapseToStart"]();
  if (by === "line") selection.modify("move", direction, by);
  if (by === "line" || direction === "backward") selection.modify("move", "backward", "word");
  selection.modify("extend", "forward", "word");
};

export const isStep = (key) => key in STEPS;

// The words from one place to another, shown without choosing them.
const pointAt = (place) => {
  for (const paragraph of [...text.children].reverse()) {
    if (Number(paragraph.dataset.start) > place) continue;
    let left = place - Number(paragraph.dataset.start);
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const letters = [...walker.currentNode.data];
      if (left <= letters.length) return [walker.currentNode, letters.slice(0, left).join("").length];
      left -= letters.length;
    }
  }
  return null;
};

// Within the text alone: the page stays where the person is.
const scrollTo = (words) => {
  const room = text.getBoundingClientRect();
  if (words.top < room.top || words.bottom > room.bottom) text.scrollTop += words.top - room.top - room.height / 3;
};

export const show = (start, end) => {
  const from = pointAt(start);
  const to = pointAt(end);
  if (!from || !to) return;
  const range = document.createRange();
  range.setStart(...from);
  range.setEnd(...to);
  globalThis.CSS?.highlights?.set("proposed", new Highlight(range));
  scrollTo(range.getBoundingClientRect());
};
