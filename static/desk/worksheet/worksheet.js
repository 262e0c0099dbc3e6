// The worksheet's parts, joined. Without a text there is only the form, and the box for the text.
"use strict";
import { listen as keep } from "./keeping.js";

const readText = async () => {
  const parts = await Promise.all([import("./speaker.js"), import("./offers.js"), import("./keys.js"), import("./saving.js")]);
  for (const part of parts) part.listen();
};

window.addEventListener("load", async () => {
  const isRead = document.getElementById("text") !== null;
  if (isRead) await readText();
  keep();
  if (isRead) document.getElementById("worksheet").dataset.ready = "yes";
});
