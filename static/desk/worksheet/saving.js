// One claim is saved at a time, without leaving the page. What cannot be saved so is sent as a plain form, whose
// answer says what is the matter: who is logged out is asked to log in, and the form travels along.
"use strict";
import { form, renew } from "./form.js";
import { drop } from "./keeping.js";
import { nothingTaken } from "./offers.js";
import { remember } from "./speaker.js";
import { toProposal } from "./keys.js";
import { loosen } from "./text.js";

const news = document.getElementById("worksheet-news");
const PARTS = ["text", "proposals", "kept", "claims", "open"];
const OUT_OF_REACH = "Not saved: the desk cannot be reached. What you typed is kept here; save it again in a while.";

const tell = (words, isWrong = false) => {
  news.textContent = words;
  news.classList.toggle("is-wrong", isWrong);
};

const send = async (sent, submitter) => {
  const data = new FormData(sent, submitter);
  const answer = await fetch(sent.action || location.href, { method: "POST", body: data });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return { page, isDone: answer.redirected, isWorksheet: answer.ok && page.getElementById("worksheet") !== null };
};

const sendPlainly = (sent, submitter) => {
  if (submitter?.name) sent.append(Object.assign(document.createElement("input"), { type: "hidden", name: submitter.name, value: submitter.value }));
  sent.submit();
};

const renewParts = (page) => {
  for (const name of PARTS) {
    const part = document.getElementById(name);
    const other = page.getElementById(name);
    if (part && other) part.innerHTML = other.innerHTML;
  }
  loosen();
};

const said = (page) => page.querySelector(".messagelist")?.textContent.trim() ?? "";

const saveClaim = ({ page, isDone }) => {
  renew(page.getElementById("claim_form"));
  if (!isDone) {
    tell("Not saved yet: mend what is marked in the form.", true);
    form.querySelector(".errors :is(input, select, textarea)")?.focus();
    return;
  }
  drop();
  nothingTaken();
  renewParts(page);
  remember();
  tell(said(page));
  toProposal();
};

const leaveOut = ({ page }) => {
  const place = [...document.querySelectorAll("#open li")].indexOf(document.activeElement.closest("#open li"));
  renewParts(page);
  tell(said(page) || "It is noted.");
  const rows = document.querySelectorAll("#open .worksheet__marks:first-of-type li");
  (rows[Math.min(Math.max(place, 0), rows.length - 1)]?.querySelector("a, button") ?? document.getElementById("open-heading")).focus();
};

const onSubmit = async (event) => {
  const isClaim = event.target === form;
  if (!isClaim && !event.target.closest("#open")) return;
  event.preventDefault();
  if (form.dataset.busy) return;
  form.dataset.busy = "yes";
  try {
    const answer = await send(event.target, event.submitter);
    if (!answer.isWorksheet) sendPlainly(event.target, event.submitter);
    else (isClaim ? saveClaim : leaveOut)(answer);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    tell(OUT_OF_REACH, true);
  } finally {
    delete form.dataset.busy;
  }
};

export const listen = () => document.addEventListener("submit", onSubmit);
