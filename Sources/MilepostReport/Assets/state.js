// What readers see of a page stands in its address: views can be shared, and other languages of the page keep them.
const view = {
  changes: new Map(),
  of: name => new URL(location).searchParams.get(name),
  // An empty value removes the name. Names of others stay as they are.
  keep(name, value) {
    view.changes.set(name, value);
    clearTimeout(view.timer);
    view.timer = setTimeout(view.write, 150);
  },
  write() {
    clearTimeout(view.timer);
    if (!view.changes.size) return;
    const address = new URL(location);
    for (const [name, value] of view.changes) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    view.changes.clear();
    if (address.href !== location.href) history.replaceState(history.state, "", address);
  },
  // What lies at the top of the window, by the id that it has in all languages.
  place() {
    if (scrollY < innerHeight / 4) return "";
    const parts = [...document.querySelectorAll("main [id]:not(svg [id])")];
    const part = parts.findLast(part => part.getClientRects().length && part.getBoundingClientRect().top < innerHeight / 3);
    return part ? "#" + encodeURIComponent(part.id) : "";
  }
};
{
  const follow = event => {
    const link = event.target.closest?.("a[hreflang]");
    if (!link) return;
    view.write();
    link.search = location.search;
    link.hash = location.hash || view.place();
  };
  // Before the link is followed, opened elsewhere or copied.
  for (const type of ["pointerdown", "focusin", "click"]) document.addEventListener(type, follow, true);
}
