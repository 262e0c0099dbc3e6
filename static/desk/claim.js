// Shows of a claim's form only what the chosen property, qualifier, topic and section call for.
// A field that holds something is never hidden: what was typed is neither lost nor sent unseen.
"use strict";
{
  const rules = JSON.parse(document.getElementById("claim-rules").textContent);
  const form = document.getElementById("claim_form");
  const control = (name) => form.elements.namedItem(name);
  const chosen = (name) => control(name)?.value ?? "";

  const holdsSomething = (name) => {
    const field = control(name);
    return field.type === "checkbox" ? field.checked : field.value.trim() !== "";
  };

  const calledFor = (name) => {
    if (name === "attack") return chosen("about") === rules.attack;
    if (!(rules.property[chosen("property")] ?? []).includes(name)) return false;
    if (rules.numbers.includes(name)) return (rules.qualifier[chosen("qualifier")] ?? []).includes(name);
    if (name === "group") return chosen("section") === rules.reactions;
    return true;
  };

  // The box of one field: its own column in a row of several, or the row itself.
  const boxOf = (name) => {
    const box = form.querySelector(`.fieldBox.field-${name}`);
    return box ? box.parentElement : form.querySelector(`.form-row.field-${name}`);
  };

  const note = (box, wanted) => {
    const old = box.querySelector(".not-called-for");
    if (old) old.remove();
    if (wanted) return;
    const words = document.createElement("p");
    words.className = "not-called-for";
    words.textContent = "Not part of such a claim: clear it, or choose what it belongs to.";
    box.append(words);
  };

  const arrangeField = (name) => {
    const box = control(name) && boxOf(name);
    if (!box) return;
    const wanted = calledFor(name);
    box.hidden = !wanted && !holdsSomething(name) && !box.querySelector(".errorlist");
    note(box, wanted || box.hidden);
  };

  const arrangeAround = () => {
    for (const row of form.querySelectorAll(".form-row")) {
      const boxes = [...row.querySelectorAll(":scope > .form-multiline > div")];
      if (boxes.length) row.hidden = boxes.every((box) => box.hidden);
    }
    for (const part of form.querySelectorAll("fieldset.value-part")) {
      part.hidden = [...part.querySelectorAll(".form-row")].every((row) => row.hidden);
    }
  };

  // A field that says something where it is left empty shows that, as long as nobody chose otherwise.
  const begin = (name, word) => {
    const field = control(name);
    if (!field) return;
    if (calledFor(name) && field.value === "") {
      field.value = word;
      field.dataset.begun = word;
    } else if (!calledFor(name) && field.value === field.dataset.begun) {
      field.value = "";
    }
  };

  const arrange = () => {
    for (const [name, word] of Object.entries(rules.unsaid)) begin(name, word);
    for (const name of [...rules.fields, "attack"]) arrangeField(name);
    arrangeAround();
  };

  // A spare row for those without a script: with one, rows are added by the link.
  const putSpareCitationAway = () => {
    const rows = [...form.querySelectorAll("#citations-group .inline-related:not(.empty-form)")];
    const spare = rows.at(-1);
    if (rows.length > 1 && !spare.classList.contains("has_original") && !spare.querySelector(".errorlist")) {
      spare.hidden = true;
    }
  };

  putSpareCitationAway();
  if (control("property")) {
    form.classList.add("arranged");
    form.addEventListener("change", arrange);
    form.addEventListener("input", arrange);
    // The look-up fields announce their changes through the admin's own jQuery alone.
    window.addEventListener("load", () => {
      window.django?.jQuery(form).on("change", arrange);
      arrange();
    });
    arrange();
  }
}
