// The worksheet's parts, joined. Without a text there is only the form, and the box for the text.
"use strict";
import { listen as keep } from "./keeping.js";

window.addEventListener("load", async () => {
  keep();
  if (!document.getElementById("text")) return;
  const parts = await Promise.all([import("./offers.js"), import("./keys.js"), import("./saving.js")]);
  for (const part of parts) part.listen();
  document.getElementById("worksheet").dataset.ready = "yes";
});
