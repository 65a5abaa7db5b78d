// The picture as PNG and the statements as CSV, saved by the browser.
"use strict";

const download = (() => {
  const HEAD = 46;
  const FOOT = 40;

  function save(blob, ending) {
    const name =
      data.page.title
        .replace(/[^\p{L}\p{N}_-]+/gu, "-")
        .replace(/^-+|-+$/g, "")
        .slice(0, 60) || "reformkg";
    const url = URL.createObjectURL(blob);
    const anchor = dom.make("a", { href: url, download: `${name}.${ending}` });
    document.body.append(anchor);
    anchor.click();
    anchor.remove();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  }

  const csv = () => save(new Blob([statements.csv()], { type: "text/csv;charset=utf-8" }), "csv");

  const rows = () => save(new Blob([table.rowsCsv()], { type: "text/csv;charset=utf-8" }), "csv");

  /** The labels that are visible with their shapes, and the colours of the years where regions have them. */
  function legend(ctx) {
    ctx.font = `12px ${labels.FONT}`;
    ctx.textAlign = "left";
    let x = 16;
    const say = (outlines, text) => {
      marks.draw(ctx, outlines, x + 7, FOOT / 2, 6);
      ctx.fillStyle = theme.colours().ink;
      ctx.fillText(text, x + 20, FOOT / 2);
      x += 20 + ctx.measureText(text).width + 18;
    };
    for (const style of data.page.legend.nodes) {
      if (!state.current.hiddenNodes.has(style.kind)) say(marks.node(style.shape, theme.of(style)), words.label(style.kind));
    }
    if (state.current.colour !== "year") return;
    const classes = paint.yearClasses();
    const ramp = paint.ramp(classes.length);
    classes.forEach(([first, last], at) => say(marks.node("dot", ramp[at]), first === last ? String(first) : `${first}–${last}`));
  }

  /** The canvas under the title and the years it shows, above the legend. */
  function png() {
    const canvas = picture.canvas();
    const ratio = canvas.width / canvas.clientWidth;
    const sheet = document.createElement("canvas");
    sheet.width = canvas.width;
    sheet.height = canvas.height + (HEAD + FOOT) * ratio;
    const ctx = sheet.getContext("2d");
    ctx.fillStyle = theme.colours().panel;
    ctx.fillRect(0, 0, sheet.width, sheet.height);
    ctx.drawImage(canvas, 0, HEAD * ratio);
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.textBaseline = "middle";
    ctx.fillStyle = theme.colours().ink;
    ctx.font = `600 16px ${labels.FONT}`;
    ctx.fillText(data.page.title, 16, HEAD / 2, canvas.clientWidth - 180);
    ctx.textAlign = "right";
    ctx.fillStyle = theme.colours().muted;
    ctx.fillText(dom.byId("watermark").textContent, canvas.clientWidth - 16, HEAD / 2);
    ctx.translate(0, HEAD + canvas.clientHeight);
    legend(ctx);
    sheet.toBlob((blob) => save(blob, "png"), "image/png");
  }

  return { csv, rows, png };
})();
