"""What is asked of a page in the browser: scripts whose answer is what is wrong, or what is there."""

# axe cannot tell the ground behind a text of a drawing, nor behind a cell that lies outside the part of a wide table in
# sight. There the contrast is computed here: the colour of the text on the last shape drawn under its middle, or on the
# first ground that an element around it has. Everything else that axe leaves open is a failure.
CONTRAST = """
selector => {
  const text = document.querySelector(selector);
  const parse = colour => (colour.match(/[\\d.]+/g) || []).map(Number);
  const isClear = colour => colour === "none" || colour === "transparent" || parse(colour)[3] === 0;
  const light = colour => {
    const [r, g, b] = parse(colour).slice(0, 3).map(part => part / 255)
      .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const style = getComputedStyle(text);
  const drawing = text.closest("svg");
  let ground = null;
  if (drawing) {
    const box = text.getBoundingClientRect();
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    for (const shape of drawing.querySelectorAll("rect, circle, path, polygon")) {
      if (text.compareDocumentPosition(shape) & Node.DOCUMENT_POSITION_FOLLOWING) break;
      const fill = getComputedStyle(shape).fill;
      const frame = shape.getBoundingClientRect();
      if (isClear(fill) || !frame.width || !frame.height) continue;
      const point = new DOMPoint(x, y).matrixTransform(shape.getScreenCTM().inverse());
      if (shape.isPointInFill(point)) ground = fill;
    }
  }
  for (let around = drawing || text; !ground && around; around = around.parentElement) {
    const colour = getComputedStyle(around).backgroundColor;
    if (!isClear(colour)) ground = colour;
  }
  const [one, other] = [light(drawing ? style.fill : style.color), light(ground || "rgb(255, 255, 255)")];
  const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  const size = parseFloat(style.fontSize);
  const needed = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
  return ratio < needed ? `${ratio.toFixed(2)} where ${needed} is needed: ${text.textContent}` : null;
}
"""

# What readers without a script must have as well.
PARTS = """
() => [...document.querySelectorAll("main h1, main h2, main h3, main caption, main tr, main svg[role=img]")]
  .filter(part => part.getClientRects().length)
  .map(part => part.tagName + " " + part.textContent.replace(/\\s+/g, " ").slice(0, 60))
"""
# What would be of no use to them.
CONTROLS = """
() => [...document.querySelectorAll("button, input, select, textarea")]
  .filter(control => control.getClientRects().length).map(control => control.outerHTML.slice(0, 80))
"""

# Of every drawing in sight: texts that are cut off or lie on each other, with one pixel of tolerance.
CLASHES = """
() => [...document.querySelectorAll("svg[role=img]")].filter(svg => svg.getClientRects().length).flatMap(svg => {
  const frame = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll("text")].filter(text => text.getClientRects().length)
    .map(text => [text.textContent, text.getBoundingClientRect()]);
  const cut = texts.filter(([, box]) => box.left < frame.left - 1 || box.right > frame.right + 1
    || box.top < frame.top - 1 || box.bottom > frame.bottom + 1).map(([words]) => `"${words}" is cut off`);
  const clashes = texts.flatMap(([words, box], index) => texts.slice(index + 1)
    .filter(([, other]) => box.left + 1 < other.right && other.left + 1 < box.right
      && box.top + 3 < other.bottom && other.top + 3 < box.bottom)
    .map(([others]) => `"${words}" lies on "${others}"`));
  return [...cut, ...clashes];
})
"""
