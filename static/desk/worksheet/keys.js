// Everything by keyboard. Keys of one letter or digit can be turned off: WCAG 2.1.4.
"use strict";
import { form } from "./form.js";
import { takeQuote, takeWords } from "./offers.js";
import { isStep, step, text } from "./text.js";

const box = document.getElementById("letter-keys");
const NARROW = "(max-width: 64rem)";
const REMEMBERED = "worksheet-letter-keys";

const proposals = () => [...document.querySelectorAll("#proposals a[data-offer]")];
let last = 0;

export const toProposal = (by = 0) => {
  const links = proposals();
  const here = links.indexOf(document.activeElement);
  last = Math.max(0, Math.min(links.length - 1, (here < 0 ? last : here) + (here < 0 && by > 0 ? 0 : by)));
  (links[last] ?? text).focus();
};

const setAside = (number) => {
  const row = document.activeElement.closest("#open li");
  row?.querySelectorAll("button[name=reason]")[number - 1]?.click();
};

const LETTERS = {
  n: () => toProposal(1),
  p: () => toProposal(-1),
  t: () => text.focus(),
  q: takeQuote,
  o: () => document.querySelector("#open a[data-offer]")?.focus(),
  1: () => setAside(1),
  2: () => setAside(2),
  3: () => setAside(3),
};

const writes = (target) => target.closest("input:not([type=checkbox]), textarea, select, [contenteditable], .select2-container");

const onLetter = (event) => {
  const act = LETTERS[event.key.toLowerCase()];
  if (!box.checked || !act || event.ctrlKey || event.altKey || event.metaKey || writes(event.target)) return;
  event.preventDefault();
  act();
};

const onText = (event) => {
  if (event.target !== text) return;
  if (isStep(event.key)) step(event.key, event.shiftKey);
  else if (event.key === "Enter") takeWords();
  else return;
  event.preventDefault();
};

const onForm = (event) => {
  if (!form.contains(event.target)) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit(form.querySelector("[type=submit]"));
  else if (event.key === "Escape" && !document.querySelector(".select2-container--open")) toProposal();
  else return;
  event.preventDefault();
};

export const listen = () => {
  document.getElementById("keys").open = !matchMedia(NARROW).matches;
  box.checked = localStorage.getItem(REMEMBERED) !== "off";
  box.addEventListener("change", () => localStorage.setItem(REMEMBERED, box.checked ? "on" : "off"));
  for (const part of [onText, onForm, onLetter]) document.addEventListener("keydown", part);
};
