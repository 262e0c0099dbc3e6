"use strict";
// A button beside a text puts it on the clipboard. Where a browser has none to offer, there is no button.
{
  const copy = async (button) => {
    const said = button.parentElement.querySelector("[aria-live]");
    try {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).textContent);
      said.textContent = said.dataset.done;
    } catch {
      said.textContent = said.dataset.failed;
    }
  };

  for (const button of document.querySelectorAll("[data-copies]")) {
    if (!navigator.clipboard) break;
    button.parentElement.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
}
