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
