"use strict";
// The stock fields that search name themselves by what is chosen in them, and so have no name while they
// are empty. Here each takes its label's words, as any other field does; in a table, where there is no
// label, the words that the field itself bears.
{
  const labelOf = (field, opener) => {
    const label = field.labels[0] ?? opener;
    if (label === opener) opener.setAttribute("aria-label", field.getAttribute("aria-label") ?? "");
    label.id ||= `${field.id}_label`;
    return label.id;
  };

  const name = (field) => {
    const shown = field.nextElementSibling;
    const opener = shown?.querySelector("[role=combobox]");
    if (!opener) return;
    const label = labelOf(field, opener);
    const chosen = opener.getAttribute("aria-labelledby");
    opener.setAttribute("aria-labelledby", [label, chosen].filter(Boolean).join(" "));
    for (const search of shown.querySelectorAll("[role=searchbox], [role=textbox]")) search.setAttribute("aria-labelledby", label);
  };
  const nameAll = (part) => part.querySelectorAll("select.select2-hidden-accessible").forEach(name);

  // Headings of a table's columns that say nothing are none.
  for (const heading of document.querySelectorAll(".tabular thead th:empty")) {
    const cell = document.createElement("td");
    cell.className = heading.className;
    heading.replaceWith(cell);
  }

  // The stock script makes them when jQuery is ready, which is after the page is.
  window.django?.jQuery?.(() => nameAll(document));
  document.addEventListener("formset:added", (event) => nameAll(event.target));
}
