// Comfort for readers with a script; every page is complete without it. Nothing here leaves the site.
"use strict";
document.documentElement.classList.add("script");
{
  // What opens in the head of the page closes by Escape and by a click beside it.
  const open = () => [...document.querySelectorAll("header details[open]")];
  document.addEventListener("click", event => {
    for (const details of open()) if (!details.contains(event.target)) details.open = false;
  });
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape") return;
    for (const details of open()) {
      if (details.contains(document.activeElement)) details.firstElementChild.focus();
      details.open = false;
    }
  });
}
// A text of the page is copied, or selected where the browser does not let pages copy.
for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(text.innerText.trim());
      button.nextElementSibling.textContent = button.dataset.done;
    } catch {
      getSelection().selectAllChildren(text);
    }
  });
}
