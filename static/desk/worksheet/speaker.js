// Who said it: the claimant of the claim that was saved before is kept for words that an editor chose by hand and
// that name nobody, and for nothing else. The desk keeps none that is a party to the matter.
"use strict";
import { clearSpeaker, field, SPEAKER } from "./form.js";

const note = document.getElementById("kept");
let kept = null;

// What the form begins with, where the page says from which claim that is.
export const remember = () => {
  note.hidden = false;
  const names = { claimant: field("claimant").selectedOptions[0]?.textContent };
  const fields = Object.fromEntries(SPEAKER.map((name) => [name, field(name).value]));
  kept = note.textContent.trim() ? { fields, names } : null;
};

const namesSomebody = ({ claimant, claimant_role, claimant_kind = "unstated" }) => Boolean(claimant || claimant_role) || claimant_kind !== "unstated";

// The fields with who said it; `byHand`: the words are the editor's choice.
export const withSpeaker = (fields, names, byHand) => {
  const isKept = Boolean(byHand && kept && !namesSomebody(fields));
  note.hidden = !isKept;
  return isKept ? [{ ...fields, ...kept.fields }, { ...names, ...kept.names }] : [fields, names];
};

export const listen = () => {
  remember();
  note.addEventListener("click", (event) => {
    if (!event.target.closest("[data-clear]")) return;
    event.preventDefault();
    clearSpeaker();
    kept = null;
    note.hidden = true;
  });
};
