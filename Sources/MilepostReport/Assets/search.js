// Search over the pages of one edition and language; the index is a script that is read on first use.
"use strict";
{
  const form = document.querySelector("form.search");
  const input = form?.elements.q;
  const root = form?.getAttribute("action").replace("a-z/index.html", "");
  const most = 30;
  let entries, list, note, said;

  const element = (name, attributes = {}, ...content) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
    made.append(...content);
    return made;
  };

  // One form for letters with and without marks, for the forms of alif, ya and ta marbuta, for digits of both kinds.
  const letters = {ى: "ي", ی: "ي", ة: "ه", ٱ: "ا", ک: "ك", ß: "ss", ø: "o", ł: "l", đ: "d", æ: "ae", œ: "oe", ı: "i"};
  const fold = text => text.toLowerCase().normalize("NFKD").replace(/[\p{M}\p{Cf}\u0640'’ʼ]/gu, "")
    .replace(/[^\x00-\x7f]/g, sign => letters[sign] ?? sign)
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, digit => digit.charCodeAt(0) & 15);
  const spaced = text => " " + text.replace(/[^\p{L}\p{N}.]+/gu, " ") + " ";

  const load = () => {
    if (entries) return;
    entries = [];
    const script = element("script", {src: root + "search-index.js"});
    script.onload = () => {
      const index = window.milepostIndex;
      entries = index.entries.map(([kind, place, id, title, words, status, lang]) => {
        const [label, word, name] = [index.kinds[kind], index.statuses[status], fold(title)];
        const all = fold([label.replace("{id}", ""), id, title, words, word].join(" "));
        // What is called by its key alone, like a record about a target, comes after what the key belongs to.
        const code = title === id ? "" : fold(id);
        return {place, id, title, lang, label, word, name, all, code, spaced: spaced(name)};
      });
      show();
    };
    document.head.append(script);
  };

  // 0 unless every word is there; Chinese is looked for sign by sign, because it has no blanks.
  const score = (entry, words, whole) => {
    const parts = words.flatMap(word => word.match(/\p{Script=Han}|[^\p{Script=Han}]+/gu));
    if (!parts.every(part => entry.all.includes(part))) return 0;
    let score = 1;
    if (entry.all.includes(whole)) score += 2;
    if (words.every(word => entry.name.includes(word))) score += 10;
    if (words.every(word => entry.spaced.includes(" " + word))) score += 10;
    if (entry.name.startsWith(whole)) score += 20;
    if (entry.name === whole) score += 20;
    if (entry.code && entry.code.startsWith(whole)) score += 30;
    if (words.includes(entry.code)) score += 60;
    return score;
  };

  const result = ({place, id, title, lang, label, word}) => {
    const [before, after] = label.split("{id}");
    const kind = element("small", {}, before, ...(id ? [element("bdi", {}, id), after] : []));
    if (word) kind.append(" · ", element("b", {}, word));
    return element("li", {}, element("a", {href: root + (place && place + "/") + "index.html"},
      element("span", {lang, dir: lang && "auto"}, title), kind));
  };

  const panel = () => {
    if (list) return list.parentElement;
    list = element("ul");
    note = element("p", {"aria-hidden": "true"});
    const slash = element("input", {type: "checkbox"});
    slash.checked = usesSlash();
    slash.onchange = () => remember(slash.checked);
    const made = element("div", {class: "found", tabindex: "-1"}, note, list,
      element("label", {}, slash, " " + window.milepostIndex.words[3]));
    form.append(made);
    return made;
  };

  const hide = () => { if (list) panel().hidden = true; };

  const show = () => {
    const words = fold(input.value).split(/[\s,;:()"“”«»„、，。]+/).filter(Boolean);
    if (!entries.length || !words.length) return hide();
    const whole = words.join(" ");
    const hits = entries.map(entry => [score(entry, words, whole), entry]).filter(([score]) => score)
      .sort(([one], [other]) => other - one);
    const [found, more, none] = window.milepostIndex.words;
    panel().hidden = false;
    note.textContent = said.textContent = (hits.length > most ? more : hits.length ? found : none)
      .replace("{count}", hits.length).replace("{shown}", most).replace("{query}", () => input.value.trim());
    list.replaceChildren(...hits.slice(0, most).map(([, entry]) => result(entry)));
  };

  // A key of one sign must be one that a reader can turn off.
  const usesSlash = () => { try { return localStorage.getItem("milepost.slash") !== "off"; } catch { return true; } };
  const remember = isOn => { try { localStorage.setItem("milepost.slash", isOn ? "on" : "off"); } catch { /* once */ } };

  const step = event => {
    const isOpen = list && !panel().hidden;
    const way = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (isOpen && event.key === "Escape") {
      input.focus();
      hide();
    } else if (isOpen && way) {
      const stops = [input, ...list.querySelectorAll("a")];
      stops[stops.indexOf(document.activeElement) + way]?.focus();
    } else {
      // Who goes on writing goes on in the field.
      if (event.target.closest("a") && event.key.length === 1 && !event.ctrlKey && !event.metaKey) input.focus();
      return;
    }
    event.preventDefault();
  };

  if (form) {
    said = element("p", {class: "unseen", role: "status"});
    form.append(said);
    input.addEventListener("focus", () => entries?.length ? show() : load());
    input.addEventListener("input", () => { load(); show(); });
    form.addEventListener("keydown", step);
    form.addEventListener("submit", event => {
      if (!entries?.length) return;
      event.preventDefault();
      list?.querySelector("a")?.click();
    });
    form.addEventListener("focusout", event => { if (!form.contains(event.relatedTarget)) hide(); });
    document.addEventListener("keydown", event => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !usesSlash()) return;
      if (event.target.closest("input,select,textarea,[contenteditable]")) return;
      event.preventDefault();
      input.focus();
    });
  }
}
