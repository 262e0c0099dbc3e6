"use strict";
// How far an import has come, asked for every few seconds while somebody looks at it. When it has ended the
// page is loaded anew, for what came of it.
{
  const SECONDS = 3;
  const part = document.getElementById("progress");

  const ask = async () => {
    if (document.hidden) return true;
    const answer = await fetch(part.dataset.from, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) return false;
    part.innerHTML = await answer.text();
    if (part.querySelector("[data-goes-on='1']")) return true;
    location.reload();
    return false;
  };

  const go = () => setTimeout(() => ask().catch(() => true).then((on) => on && go()), SECONDS * 1000);
  go();
}
