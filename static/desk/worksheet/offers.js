// From words of the text to a claim: what the rules propose for them, else the words themselves.
"use strict";
import { fill, form, isTouched, touch, write } from "./form.js";
import { inForm, putBack } from "./keeping.js";
import { withSpeaker } from "./speaker.js";
import { chosen, loosen, show, text } from "./text.js";

const bar = document.getElementById("words");
const why = document.getElementById("why");
const news = document.getElementById("worksheet-news");
const LONGEST_STATED = 12;

const offers = () => JSON.parse(document.getElementById("offers").textContent);
const named = (name) => offers().find((offer) => offer.name === name);

// The proposal that shares most characters with the chosen words.
const proposedFor = ({ start, end }) => {
  const shared = (offer) => Math.min(end, offer.end) - Math.max(start, offer.start);
  return offers().filter((offer) => shared(offer) > 0).sort((one, other) => shared(other) - shared(one))[0];
};

const say = (sentences) => {
  why.replaceChildren(...sentences.map((words) => Object.assign(document.createElement("li"), { textContent: words })));
};

// What somebody typed gives way to a proposal, and can be had back until something else is taken up.
const offerBack = (typed, reasons) => {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Bring it back" });
  button.dataset.back = "yes";
  button.addEventListener("click", () => {
    putBack(typed);
    say(reasons);
    touch();
    news.textContent = "It is back.";
  });
  news.replaceChildren("What you typed was replaced. ", button);
};

const replaced = () => (isTouched() ? [inForm(), [...why.children].map((reason) => reason.textContent)] : null);

const begin = (fields, names, sentences, byHand = false) => {
  const before = replaced();
  fill(...withSpeaker(fields, names, byHand));
  if (before) offerBack(...before);
  else if (news.querySelector("[data-back]")) news.replaceChildren();
  say(sentences);
  form.elements.namedItem("property").focus({ preventScroll: true });
  document.getElementById("next-heading").scrollIntoView({ block: "nearest" });
};

export const takeOffer = (name) => {
  const offer = named(name);
  if (!offer) return;
  show(offer.start, offer.end);
  begin(offer.fields, offer.names, offer.why);
};

// A few words are those of the value; more are the quote.
export const takeWords = () => {
  const words = chosen();
  if (!words) return;
  const offer = proposedFor(words);
  const isShort = words.words.split(" ").length <= LONGEST_STATED;
  const own = { "citations-0-quote": isShort ? words.sentence : words.words, "citations-0-locator": words.locator };
  if (isShort) own.stated = words.words;
  show(words.start, words.end);
  begin({ ...offer?.fields, ...own }, offer?.names, offer?.why ?? [], true);
};

export const takeQuote = () => {
  const words = chosen();
  if (!words) return;
  write("citations-0-quote", words.words);
  write("citations-0-locator", words.locator);
};

export const nothingTaken = () => say([]);

const showBar = () => {
  const words = chosen();
  bar.hidden = !words;
  if (words) bar.querySelector("q").textContent = words.words.length > 60 ? `${words.words.slice(0, 60)}…` : words.words;
};

export const listen = () => {
  loosen();
  document.addEventListener("selectionchange", showBar);
  text.addEventListener("mouseup", () => { if (chosen() && !isTouched()) takeWords(); });
  bar.querySelector("[value=claim]").addEventListener("click", takeWords);
  bar.querySelector("[value=quote]").addEventListener("click", takeQuote);
  // Pressing a button of the bar must not undo the choice of words.
  bar.addEventListener("pointerdown", (event) => event.preventDefault());
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-offer]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    // Where words are chosen across the link, nobody followed it.
    if (!text.contains(link) || !chosen()) takeOffer(link.dataset.offer);
  });
  document.addEventListener("focusin", (event) => {
    const offer = event.target.dataset?.offer && named(event.target.dataset.offer);
    if (offer) show(offer.start, offer.end);
  });
};
