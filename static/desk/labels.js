"use strict";
// The stock fields that search name themselves by what is chosen in them, and so have no name while they
// are empty. Here each takes its label's words, as any other field does.
{
  const name = (field) => {
    const label = field.labels[0];
    const shown = field.nextElementSibling;
    if (!label || !shown) return;
    label.id ||= `${field.id}_label`;
    const opener = shown.querySelector("[role=combobox]");
    const chosen = opener.getAttribute("aria-labelledby");
    opener.setAttribute("aria-labelledby", [label.id, chosen].filter(Boolean).join(" "));
    for (const search of shown.querySelectorAll("[role=searchbox], [role=textbox]")) search.setAttribute("aria-labelledby", label.id);
  };
  const nameAll = (part) => part.querySelectorAll("select.select2-hidden-accessible").forEach(name);

  // The stock script makes them when jQuery is ready, which is after the page is.
  window.django?.jQuery?.(() => nameAll(document));
  document.addEventListener("formset:added", (event) => nameAll(event.target));
}
