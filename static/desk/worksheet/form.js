// The form of the next claim: its fields by name, filled, cleared and made anew.
"use strict";

export const form = document.getElementById("claim_form");
const rules = JSON.parse(document.getElementById("claim-rules").textContent);
const CITED = ["citations-0-quote", "citations-0-locator", "citations-0-reported_via"];
export const SPEAKER = ["claimant", "claimant_role", "claimant_kind", "claimed_on"];
const OF_ONE_CLAIM = ["property", "stated", ...rules.fields, ...CITED];
const UNSTATED = { claimant_kind: "unstated" };

export const field = (name) => form.elements.namedItem(name);

const announce = (control) => control.dispatchEvent(new Event("change", { bubbles: true }));

// A field that searches holds only the options that were chosen in it: a new one is brought along.
const choose = (control, value, words) => {
  if (value && ![...control.options].some((option) => option.value === value)) {
    control.append(new Option(words ?? value, value));
  }
  control.value = value;
};

export const write = (name, value, words) => {
  const control = field(name);
  if (!control) return;
  if (control.type === "checkbox") control.checked = value === true;
  else if (control.tagName === "SELECT") choose(control, value, words);
  else control.value = value;
  announce(control);
};

const clear = (names) => {
  for (const name of names) write(name, field(name)?.type === "checkbox" ? false : (UNSTATED[name] ?? ""));
};

export const clearSpeaker = () => clear(SPEAKER);

// What the claim is about stays, but for a proposal that turns elsewhere: after it, it is as before.
let before = null;
const stay = (isElsewhere) => {
  if (before && !isElsewhere) for (const [name, value] of before) write(name, value);
  before = isElsewhere ? (before ?? ["about", "attack"].map((name) => [name, field(name).value])) : null;
};

// Incident, attack and source stay. Who said it never does by itself: see speaker.js.
export const fill = (fields, names = {}) => {
  stay("about" in fields);
  clear(OF_ONE_CLAIM);
  clearSpeaker();
  for (const [name, value] of Object.entries(fields)) write(name, value, names[name]);
  touched = false;
};

// Whether somebody wrote into the form since it was filled.
let touched = false;
export const isTouched = () => touched;
export const touch = () => { touched = true; };
// Every act of a person, and no other; the look-up fields tell of theirs through the admin's own jQuery alone.
export const whenTouched = (act) => {
  form.addEventListener("input", (event) => { if (event.isTrusted) act(); });
  window.django?.jQuery(form).on("select2:select select2:unselect select2:clear", act);
};
whenTouched(touch);

// What another rendering of the form holds: the next claim's beginning, or this one's complaints.
export const renew = (other) => {
  before = null;
  for (const control of other.elements) {
    const own = control.name && form.elements.namedItem(control.name);
    if (!own || !own.tagName) continue;
    if (own.tagName === "SELECT") own.innerHTML = control.innerHTML;
    if (own.type === "checkbox") own.checked = control.checked;
    else if (!own.multiple) own.value = control.value;
    announce(own);
  }
  complain(other);
  touched = false;
};

const complain = (other) => {
  for (const old of form.querySelectorAll(".errornote, ul.errorlist")) old.remove();
  for (const old of form.querySelectorAll(".errors")) old.classList.remove("errors");
  const general = other.querySelectorAll(".errornote, ul.errorlist.nonfield");
  form.querySelector(":scope > div").prepend(...[...general].map((each) => document.importNode(each, true)));
  for (const list of other.querySelectorAll("ul.errorlist:not(.nonfield)")) putBeside(list);
  announce(form);
};

const putBeside = (list) => {
  const name = list.nextElementSibling?.querySelector("[name]")?.name;
  const own = name && field(name);
  const box = own?.closest?.(".fieldBox") ?? own?.closest?.(".form-row")?.firstElementChild;
  box?.before(document.importNode(list, true));
  (own?.closest?.(".fieldBox") ?? own?.closest?.(".form-row"))?.classList.add("errors");
};
