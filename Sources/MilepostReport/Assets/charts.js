// Charts are read by pointer, touch and keys on the line below them; readers choose series and periods.
{
  const most = 4;
  // How keys lead along a series and aside to the next, and how much the distance of a pointer counts across and down.
  const ways = {
    across: { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1], weight: [4, 1] },
    down: { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0], weight: [1, 16] },
    around: { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1], weight: [1, 1] }
  };
  ways.panels = { ...ways.across, weight: [1, 0] };

  const keys = Object.fromEntries(Object.keys(ways).map(way => [
    way, [...Object.keys(ways.across), "Home", "End", ...way === "around" ? ["PageUp", "PageDown"] : []]
  ]));

  const numbers = text => text.split(" ").map(Number);
  const between = (value, one, other) => value > Math.min(one, other) - 1 && value < Math.max(one, other) + 1;
  const clamp = (value, length) => Math.max(0, Math.min(value, length - 1));
  const see = (node, isSeen) => { node.style.display = isSeen ? "" : "none"; };
  const shape = (name, attributes, text = "") => {
    const node = document.createElementNS(document.querySelector("svg").namespaceURI, name);
    for (const key in attributes) node.setAttribute(key, attributes[key]);
    node.textContent = text;
    return node;
  };

  // Where the values of a series lie, as they were drawn at first.
  const places = node => [...node.querySelectorAll(".line,.dot,.hollow,.cross")].flatMap(mark => {
    if (mark.tagName === "circle") return [[+(mark.first ?? mark.getAttribute("cx")), +mark.getAttribute("cy")]];
    let x = 0, y = 0;
    return [...(mark.first ?? mark.getAttribute("d")).matchAll(/([MLHV])(-?[\d.]+)(?: (-?[\d.]+))?/g)].map(step => {
      if (step[1] !== "V") x = +step[2];
      if (step[1] !== "H") y = +(step[3] ?? step[2]);
      return [x, y];
    });
  });

  // Leaves of a label the name, without the value behind it.
  const shorten = (label, name) => {
    let rest = name.replace(/\s/g, "").length;
    for (const row of [...label.childNodes]) {
      let end = 0;
      while (rest > 0 && end < row.textContent.length) if (/\S/.test(row.textContent[end++])) rest--;
      if (end) row.textContent = row.textContent.slice(0, end);
      else row.remove();
    }
  };

  // One of the drawings of a chart; its series in the order in which keys lead from one to the next.
  class Drawing {
    constructor(svg, way) {
      this.svg = svg;
      [, , this.width, this.height] = numbers(svg.getAttribute("viewBox"));
      this.time = svg.dataset.time && numbers(svg.dataset.time);
      const nodes = [...svg.querySelectorAll(".series")];
      this.end = nodes.at(-1)?.nextSibling;
      this.series = nodes.map(node => {
        const { key, title = "", cell, readings = "" } = node.dataset;
        const series = { key, title, node, cell: cell && numbers(cell) };
        series.readings = readings.split("\n").filter(Boolean).map(line => {
          const [x, y, key, ...words] = line.split(" ");
          return { series, key, x: +x, first: +x, y: +y, text: words.join(" ") };
        });
        return series;
      }).filter(series => series.readings.length);
      if (way === "across") this.sort("x", "y");
      if (way === "down") this.sort("y", "x");
      this.main = this.series.find(series => series.node.classList.contains("c1")) ?? this.series[0];
    }

    sort(along, aside) {
      for (const { readings } of this.series) readings.sort((one, other) => one[along] - other[along]);
      const middle = ({ readings }) => readings.reduce((sum, reading) => sum + reading[aside], 0) / readings.length;
      this.series.sort((one, other) => middle(one) - middle(other));
    }

    get isSeen() { return this.svg.getClientRects().length > 0; }

    get readings() { return this.series.flatMap(series => series.readings).filter(reading => !reading.isOut); }

    find(name) { return this.readings.find(reading => reading.key + " " + reading.series.key === name); }

    mark(reading) {
      this.svg.querySelector(".at")?.remove();
      if (!reading) return;
      const { series: { node, cell: [width, height] = [] }, key, x, y } = reading;
      const part = node.querySelector(`[data-key="${key}"]`)
        ?? [...node.querySelectorAll("rect.seg")].find(part => part.isPointInFill(new DOMPoint(x, y)));
      const mark = part?.cloneNode() ?? (width
        ? shape("rect", { x: x - width / 2, y: y - height / 2, width, height }) : shape("circle", { cx: x, cy: y, r: 8 }));
      mark.setAttribute("class", "at");
      this.svg.append(mark);
    }

    // The reading that is nearest to a place of the drawing.
    nearest(x, y, way) {
      let readings = this.readings;
      if (way === "panels") {
        const distance = ({ node }) => {
          const box = node.getBBox();
          return (box.x + box.width / 2 - x) ** 2 + (box.y + box.height / 2 - y) ** 2;
        };
        const panel = this.series.reduce((best, series) => distance(series) < distance(best) ? series : best);
        readings = panel.readings;
      }
      const [wide, high] = ways[way].weight;
      const distance = reading => wide * (reading.x - x) ** 2 + high * (reading.y - y) ** 2;
      return readings.reduce((best, reading) => best && distance(best) <= distance(reading) ? best : reading, undefined);
    }

    // The reading to which a key leads.
    next(reading, key, way) {
      const all = this.readings;
      const known = reading && all.indexOf(reading);
      const turn = { PageUp: -1, PageDown: 1 }[key];
      if (turn) return reading ? all[clamp(known + turn, all.length)] : all.at(Math.min(turn, 0));
      const own = all.filter(other => other.series === (reading?.series ?? this.main));
      if (key === "Home") return own[0];
      if (key === "End") return own.at(-1);
      const [along, aside] = ways[way][key];
      if (!reading) return own.at(along + aside < 0 ? -1 : 0);
      if (way === "around") return this.towards(reading, along, aside);
      if (along) return own[clamp(own.indexOf(reading) + along, own.length)];
      const others = this.series.filter(series => series.readings.some(reading => !reading.isOut));
      const series = others[clamp(others.indexOf(reading.series) + aside, others.length)];
      const axis = way === "down" ? "y" : "x";
      const distance = other => Math.abs(other[axis] - reading[axis]);
      return series === reading.series ? reading : all.filter(other => other.series === series)
        .reduce((best, other) => distance(other) < distance(best) ? other : best);
    }

    // On maps: the nearest that lies rather that way than aside.
    towards(reading, across, down) {
      let best = { cost: Infinity, reading };
      for (const other of this.readings) {
        const [x, y] = [other.x - reading.x, other.y - reading.y];
        const [ahead, beside] = across ? [x * across, Math.abs(y)] : [y * down, Math.abs(x)];
        const cost = ahead + 2 * beside;
        if (ahead > 0.5 && beside <= ahead * 1.2 && cost < best.cost) best = { cost, reading: other };
      }
      return best.reading;
    }

    // Spreads a part of the time over the whole axis: lines are cut at its ends, and marks beyond them are hidden.
    show(from, to, periods) {
      const [t0, x0, t1, x1] = this.time;
      const isWhole = from === undefined && to === undefined;
      from ??= t0;
      to ??= t1;
      const at = time => x0 + (time - t0) / (t1 - t0) * (x1 - x0);
      const place = x => isWhole ? x : Math.round((x0 + (x - at(from)) / (at(to) - at(from)) * (x1 - x0)) * 100) / 100;
      const isIn = x => between(x, x0, x1);
      for (const node of this.svg.querySelectorAll(".cut")) node.remove();
      for (const node of this.svg.querySelectorAll("path,circle,text,tspan")) {
        if (node.matches(".grid,.axis:not(.middle),.broken,.series .label,.series .label *,.at")) continue;
        const name = { path: "d", circle: "cx" }[node.tagName] ?? "x";
        const first = node.first ??= node.getAttribute(name);
        if (node.matches(".base") && first.includes("H")) continue;
        const xs = [];
        node.setAttribute(name, first.replace(name === "d" ? /([MLH])(-?[\d.]+)/g : /()(-?[\d.]+)/, (_, sign, x) => {
          xs.push(place(+x));
          return sign + xs.at(-1);
        }));
        const crosses = xs.some(isIn) || xs.some(x => x < x0) && xs.some(x => x > x0);
        see(node, isWhole || !node.matches(".axis,.base") && crosses);
        if (!node.matches(".line,.fan50,.fan-edge")) continue;
        if (isWhole) node.removeAttribute("clip-path");
        else node.setAttribute("clip-path", `url(#${this.clip(Math.min(x0, x1), Math.abs(x1 - x0))})`);
      }
      for (const reading of this.series.flatMap(series => series.readings)) {
        reading.x = place(reading.first);
        reading.isOut = !isIn(reading.x);
      }
      if (!isWhole) this.axis(periods.map(([time, name]) => [place(at(time)), name]));
      this.label(x => isIn(place(x)), x1 > x0 ? 1 : -1, isWhole);
    }

    clip(x, width) {
      const id = this.svg.querySelector("title").id + "-clip";
      if (!document.getElementById(id)) {
        const clip = shape("clipPath", { id });
        clip.append(shape("rect", { x: x - 2, y: 0, width: width + 4, height: this.height }));
        this.svg.append(clip);
      }
      return id;
    }

    // Names of periods below the plot, as many as find room, the last one among them.
    axis(periods) {
      const y = +this.svg.querySelector(".axis.middle").getAttribute("y");
      const texts = periods.map(([x, name]) => this.svg.appendChild(shape("text", { class: "axis middle cut", x, y }, name)));
      const widest = Math.max(40, ...texts.map(text => text.getBBox().width + 14));
      let next = Infinity;
      for (const [index, [x]] of [...periods.entries()].reverse()) {
        if (Math.abs(x - next) < widest) {
          texts[index].remove();
          continue;
        }
        this.svg.append(shape("path", { class: "base cut", d: `M${x} ${y - 20}v5` }));
        next = x;
      }
    }

    // Names of the coloured series at their ends, which touch nothing; as they were drawn where nothing was chosen.
    label(isIn, sign, isWhole) {
      const labels = [];
      for (const { node, title } of this.series) {
        const label = node.querySelector(".label");
        if (!label) continue;
        label.whole ??= [label.getAttribute("y"), [...label.childNodes].map(row => [row, row.textContent])];
        label.setAttribute("y", label.whole[0]);
        label.replaceChildren(...label.whole[1].map(([row, text]) => Object.assign(row, { textContent: text })));
        const ends = places(node).sort(([one], [other]) => (one - other) * sign);
        const end = ends.findLast(([x]) => isIn(x));
        see(label, end);
        if (!end || node.classList.contains("c0")) continue;
        if (end !== ends.at(-1)) shorten(label, title);
        labels.push({ label, y: end[1] + 4.5, rows: label.childNodes.length - 1 });
      }
      if (isWhole && !this.isChosen) return;
      labels.sort((one, other) => one.y - other.y);
      // From the first row of a label to the first of the next; the rows of one label are 16 apart.
      const gap = (one, other) => 16 * one.rows + (one.rows + other.rows ? 22 : 17);
      labels.forEach((item, index) => {
        if (index) item.y = Math.max(item.y, labels[index - 1].y + gap(labels[index - 1], item));
      });
      let floor = this.height - 26;
      for (const [index, item] of [...labels.entries()].reverse()) {
        item.y = Math.min(item.y, floor - 16 * item.rows);
        item.label.setAttribute("y", item.y);
        if (index) floor = item.y - gap(labels[index - 1], item) + 16 * labels[index - 1].rows;
      }
    }

    // Colours the series of these keys, in front of the others.
    colour(keys, isChosen) {
      this.isChosen = isChosen;
      for (const { key, node } of this.series) {
        const place = keys.indexOf(key);
        node.classList.remove("c0", "c1", "c2", "c3", "c4");
        node.classList.add("c" + (place + 1));
        if (place >= 0) node.parentNode.insertBefore(node, this.end);
      }
    }
  }

  class Chart {
    constructor(figure, plot) {
      this.id = figure.id;
      this.plot = plot;
      this.way = plot.dataset.steps;
      this.readout = figure.querySelector(".readout");
      this.hint = this.readout.textContent;
      this.drawings = [...plot.querySelectorAll("svg.chart")].map(svg => new Drawing(svg, this.way));
      // Only the first drawing carries the words.
      this.words = new Map(this.drawings[0].readings.map(reading => [this.name(reading), [reading.series.title, reading.text]]));
      if (!this.drawings.some(drawing => drawing.readings.length)) return;
      this.open();
      this.choices(figure.querySelector(".choose"));
      // A series without a name has a name of its own for each value.
      const kept = this.kept("at") ?? "";
      this.pinned = [kept, kept + " "].find(name => this.drawing.find(name));
      this.read(this.pinned);
    }

    get drawing() { return this.drawings.find(drawing => drawing.isSeen) ?? this.drawings[0]; }

    kept(name) { return view.of(this.id + "." + name); }

    keep(name, value) { view.keep(this.id + "." + name, value); }

    open() {
      const { plot, readout } = this;
      readout.hidden = false;
      readout.id = this.id + "-readout";
      readout.setAttribute("role", "status");
      for (const [name, value] of [
        ["tabindex", 0], ["role", "application"], ["aria-label", plot.dataset.name],
        ["aria-describedby", this.drawing.svg.querySelector("desc").id + " " + readout.id]
      ]) plot.setAttribute(name, value);
      plot.addEventListener("keydown", event => this.press(event));
      for (const type of ["pointerdown", "pointermove"]) plot.addEventListener(type, event => this.follow(event));
      plot.addEventListener("pointerleave", event => { if (event.pointerType === "mouse") this.read(this.pinned); });
      addEventListener("resize", () => {
        this.draw();
        this.read(this.pinned);
      });
    }

    press(event) {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.key === "Escape") return this.pin();
      if (!keys[this.way].includes(event.key)) return;
      event.preventDefault();
      const drawing = this.drawing;
      this.pin(drawing.next(this.pinned && drawing.find(this.pinned), event.key, this.way));
    }

    follow(event) {
      const { drawing } = this;
      const box = drawing.svg.getBoundingClientRect();
      const scale = drawing.width / box.width;
      const reading = event.target.matches(".series [data-key]")
        ? drawing.readings.find(({ key }) => key === event.target.dataset.key)
        : drawing.nearest((event.clientX - box.left) * scale, (event.clientY - box.top) * scale, this.way);
      if (event.type === "pointerdown" || event.pointerType !== "mouse") this.pin(reading);
      else this.read(reading && this.name(reading));
    }

    name(reading) { return reading.key + " " + reading.series.key; }

    pin(reading) {
      this.pinned = reading && this.name(reading);
      this.keep("at", this.pinned?.trim());
      this.read(this.pinned);
    }

    // Shows a reading by its name, or what can be done.
    read(name) {
      const reading = name && this.drawing.find(name);
      for (const drawing of this.drawings) drawing.mark(drawing.isSeen && reading);
      this.readout.classList.toggle("reads", Boolean(reading));
      if (!reading) {
        this.readout.textContent = this.hint;
        return;
      }
      const [title, text] = this.words.get(name);
      const head = document.createElement("b");
      head.textContent = title;
      this.readout.replaceChildren(...title ? [head, " "] : [], text);
    }

    choices(choose) {
      if (!choose) return;
      choose.hidden = false;
      this.boxes = [...choose.querySelectorAll("[name=areas]")];
      this.ends = ["from", "to"].map(name => choose.querySelector(`[name=${name}]`)).filter(Boolean);
      if (this.boxes.length) this.chooseSeries();
      if (this.ends.length) this.choosePeriods();
      choose.addEventListener("change", () => {
        this.draw();
        this.read(this.pinned);
      });
      this.draw();
      const button = choose.querySelector("button");
      button.addEventListener("click", async () => {
        const words = button.textContent;
        view.write();
        try {
          await navigator.clipboard.writeText(location.href);
          button.textContent = button.dataset.done;
          setTimeout(() => { button.textContent = words; }, 3000);
        } catch {
          prompt(words, location.href);
        }
      });
    }

    // Which series are in colour: at most four, each in the place of its colour, "-" where a place is free.
    chooseSeries() {
      const { series } = this.drawings[0];
      const drawn = Array.from({ length: most }, (_, place) =>
        series.find(({ node }) => node.classList.contains("c" + (place + 1)))?.key);
      const kept = this.kept("areas")?.split(" ");
      const known = new Set(this.boxes.map(box => box.value));
      let chosen = drawn.map((key, place) => kept ? known.delete(kept[place]) ? kept[place] : undefined : key);
      const name = keys => keys.map(key => key ?? "-").join(" ").replace(/( -)+$/, "");
      for (const box of this.boxes) box.addEventListener("change", () => {
        const place = chosen.indexOf(box.checked ? undefined : box.value);
        chosen = chosen.with(place, box.checked ? box.value : undefined);
      });
      this.showSeries = () => {
        for (const box of this.boxes) {
          box.checked = chosen.includes(box.value);
          box.disabled = !box.checked && !chosen.includes(undefined);
        }
        const isChosen = name(chosen) !== name(drawn);
        for (const drawing of this.drawings) drawing.colour(chosen, isChosen);
        this.keep("areas", isChosen ? name(chosen) : "");
      };
    }

    // From which period to which; the two ends are never one.
    choosePeriods() {
      const [from, to] = this.ends;
      const periods = [...from.options].map(option => [+option.dataset.time, option.text]);
      const last = periods.length - 1;
      const settle = end => {
        if (end === from) from.selectedIndex = Math.min(from.selectedIndex, last - 1);
        else to.selectedIndex = Math.max(to.selectedIndex, 1);
        if (from.selectedIndex < to.selectedIndex) return;
        if (end === from) to.selectedIndex = from.selectedIndex + 1;
        else from.selectedIndex = to.selectedIndex - 1;
      };
      for (const [end, usual] of [[from, 0], [to, last]]) {
        const place = [...end.options].findIndex(({ value }) => value === this.kept(end.name));
        end.selectedIndex = place < 0 ? usual : place;
        end.addEventListener("change", () => settle(end));
      }
      settle(from);
      this.showPeriods = () => {
        const [first, end] = [from.selectedIndex, to.selectedIndex];
        this.keep("from", first ? from.value : "");
        this.keep("to", end < last ? to.value : "");
        return [first ? periods[first][0] : undefined, end < last ? periods[end][0] : undefined, periods.slice(first, end + 1)];
      };
    }

    draw() {
      this.showSeries?.();
      const part = this.showPeriods?.() ?? [];
      for (const drawing of this.drawings) if (drawing.time) drawing.show(...part);
    }
  }

  for (const figure of document.querySelectorAll("figure.drawn")) {
    const plot = figure.querySelector(".plot");
    if (plot) new Chart(figure, plot);
  }
}
