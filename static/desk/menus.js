// The menus of lists in the head close by Escape, and when something else is chosen. They open without script.
"use strict";
{
  const menus = document.querySelector("nav.lists");
  const close = () => {
    for (const menu of menus.querySelectorAll("details[open]")) menu.open = false;
  };

  if (menus) {
    document.addEventListener("click", (event) => {
      if (!menus.contains(event.target)) close();
    });
    menus.addEventListener("keydown", (event) => {
      const open = menus.querySelector("details[open]");
      if (event.key !== "Escape" || !open) return;
      close();
      open.querySelector("summary").focus();
    });
    menus.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !menus.contains(event.relatedTarget)) close();
    });
  }
}
