// What was typed and not saved is kept in this browser, for this person and this worksheet, for a week.
"use strict";
import { form, whenTouched, write } from "./form.js";

const sheet = document.getElementById("worksheet");
const news = document.getElementById("worksheet-news");
const NAME = `worksheet ${sheet.dataset.person} ${sheet.dataset.address}`;
const WEEK = 7 * 24 * 60 * 60 * 1000;
const OWN = ["csrfmiddlewaretoken", "incident", "citations-0-source"];

const controls = () => [...form.elements].filter(({ name, type }) => name && type !== "submit" && !OWN.includes(name) && !name.includes("__prefix__") && !/_FORMS$|-id$|-claim$/.test(name));
const held = (control) => (control.type === "checkbox" ? control.checked : control.value);
const words = (control) => control.selectedOptions?.[0]?.textContent;

// The name, the value and the shown words of every field.
export const inForm = () => controls().map((control) => [control.name, held(control), words(control)]);
export const putBack = (fields) => {
  for (const [name, value, shown] of fields) write(name, value, shown);
};

const keep = () => localStorage.setItem(NAME, JSON.stringify({ at: Date.now(), fields: inForm() }));

let waits = 0;

const later = () => {
  clearTimeout(waits);
  waits = setTimeout(keepNow, 300);
};

const keepNow = () => {
  if (waits) keep();
  waits = 0;
};

export const drop = () => {
  clearTimeout(waits);
  waits = 0;
  localStorage.removeItem(NAME);
};

const kept = () => {
  const found = JSON.parse(localStorage.getItem(NAME) ?? "null");
  return found && Date.now() - found.at < WEEK ? found : null;
};

const offerToDrop = (before) => {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Drop it" });
  button.addEventListener("click", () => {
    putBack(before);
    drop();
    news.textContent = "It is dropped.";
  });
  news.replaceChildren("What you typed here and did not save is back. ", button);
};

// Whatever the page says of a form that was sent is newer than what is kept.
const bringBack = () => {
  const found = kept();
  if (!found || document.querySelector(".messagelist .success, .errornote")) {
    if (document.querySelector(".messagelist .success")) drop();
    return;
  }
  const before = inForm();
  putBack(found.fields);
  document.getElementById("kept").hidden = true;
  offerToDrop(before);
};

export const listen = () => {
  bringBack();
  whenTouched(later);
  window.addEventListener("pagehide", keepNow);
};
