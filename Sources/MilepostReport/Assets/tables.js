// Lets readers sort, search and filter long tables, and keeps what they chose in the address, as sort.<table>, find.<table> and
// only.<column>.<table>.
"use strict";
for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.tBodies[0];
  const written = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const writtenHead = heads.find(head => head.ariaSort);
  const field = document.getElementById(table.id + "-find");
  const status = document.getElementById(table.id + "-rows");
  const order = new Intl.Collator(document.documentElement.lang, {numeric: true}).compare;
  const plain = text => text.normalize("NFKD").replace(/[\p{M}\u0640]/gu, "").toLowerCase();
  const names = new Map(written.map(row => [row, plain((table.dataset.find ? row : row.cells[0]).textContent)]));

  const filters = heads.filter(head => "filter" in head.dataset).map(head => {
    const index = heads.indexOf(head);
    const words = written.map(({cells: {[index]: cell}}) => cell.dataset.is ?? cell.textContent.trim());
    return {name: head.dataset.key, title: head.textContent, words, kinds: [...new Set(words)].sort(order)};
  }).filter(({kinds}) => kinds.length > 1 && kinds.length <= 24);

  const remember = (name, value) => {
    const address = new URL(location.href);
    if (value) address.searchParams.set(name + "." + table.id, value);
    else address.searchParams.delete(name + "." + table.id);
    history.replaceState(history.state, "", address);
  };

  const compare = (head, sign) => (one, other) => {
    const [first, second] = [one, other].map(row => row.cells[heads.indexOf(head)]);
    if (head.dataset.kind === "text") return sign * order(first.textContent, second.textContent);
    const [low, high] = [first, second].map(cell => cell.dataset.value);
    if (low === undefined || high === undefined) return (low === undefined) - (high === undefined);
    return sign * (low - high);
  };

  // Without a head the rows stand as they were written.
  const sort = (head, direction) => {
    const sign = direction === "descending" ? -1 : 1;
    body.append(...(head ? [...written].sort(compare(head, sign)) : written));
    for (const other of heads) other.removeAttribute("aria-sort");
    if (head) head.setAttribute("aria-sort", direction);
    else writtenHead?.setAttribute("aria-sort", "ascending");
    remember("sort", head && (sign < 0 ? "-" : "") + head.dataset.key);
  };

  const search = () => {
    const words = plain(field.value).split(/\s+/);
    let shown = 0;
    written.forEach((row, place) => {
      row.hidden = !words.every(word => names.get(row).includes(word))
        || filters.some(({list, words}) => list.value && list.value !== words[place]);
      shown += !row.hidden;
    });
    status.textContent = status.dataset.rows.replace("#1", shown).replace("#2", written.length);
    remember("find", field.value.trim());
    for (const {name, list} of filters) remember("only." + name, list.value);
  };

  for (const head of heads.filter(head => head.dataset.kind)) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    const first = ["number", "date"].includes(head.dataset.kind) ? "descending" : "ascending";
    const second = first === "ascending" ? "descending" : "ascending";
    button.addEventListener("click", () => {
      const now = head.getAttribute("aria-sort");
      if (now === second) sort();
      else sort(head, now ? second : first);
    });
  }

  for (const filter of filters) {
    filter.list = document.createElement("select");
    filter.list.append(new Option(table.dataset.any, ""), ...filter.kinds.map(kind => new Option(kind, kind)));
    filter.list.addEventListener("change", search);
    const label = document.createElement("label");
    label.append(filter.title + " ", filter.list);
    status.before(label);
  }

  field.addEventListener("input", search);
  field.addEventListener("keydown", event => {
    if (event.key !== "Escape") return;
    field.value = "";
    search();
  });
  field.closest("p").hidden = false;

  const view = new URLSearchParams(location.search);
  field.value = view.get("find." + table.id) ?? "";
  for (const {name, list} of filters) list.value = view.get("only." + name + "." + table.id) ?? "";
  search();
  const wanted = view.get("sort." + table.id) ?? "";
  const chosen = heads.find(head => head.dataset.key === wanted.replace("-", ""));
  if (chosen) sort(chosen, wanted.startsWith("-") ? "descending" : "ascending");
}
