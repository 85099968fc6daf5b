// Comfort for readers with a script; every page is complete without it. Nothing here leaves the site.
"use strict";
document.documentElement.classList.add("script");
