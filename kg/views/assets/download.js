// The picture as PNG and the statements as CSV, saved by the browser.
"use strict";

const download = (() => {
  const HEAD = 46;
  const FOOT = 40;
  const INK = "#1d2939";
  const SOFT = "#5b6b82";

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

  const csv = () => save(new Blob([table.csv()], { type: "text/csv;charset=utf-8" }), "csv");

  /** The labels that are visible with their shapes, and the colours of the years where regions have them. */
  function legend(ctx, width) {
    ctx.font = `12px ${labels.FONT}`;
    ctx.textAlign = "left";
    let x = 16;
    const say = (text) => {
      ctx.fillStyle = INK;
      ctx.fillText(text, x, FOOT / 2);
      x += ctx.measureText(text).width + 18;
    };
    for (const { kind, shape, colour } of data.page.legend.nodes) {
      if (state.current.hiddenNodes.has(kind)) continue;
      ctx.save();
      ctx.translate(x, FOOT / 2 - 8);
      ctx.fillStyle = colour;
      ctx.fill(new Path2D(dom.outline(shape)));
      ctx.restore();
      x += 22;
      say(words.label(kind));
    }
    if (state.current.colour !== "year" || !data.span) return;
    x = Math.max(x, width - 260);
    say(`${words.t("early")} ${data.span[0]}`);
    const ramp = ctx.createLinearGradient(x - 10, 0, x + 90, 0);
    paint.RAMP.forEach((colour, at) => ramp.addColorStop(at / (paint.RAMP.length - 1), colour));
    ctx.fillStyle = ramp;
    ctx.fillRect(x - 10, FOOT / 2 - 4, 100, 8);
    x += 98;
    say(`${words.t("late")} ${data.span[1]}`);
  }

  /** The canvas on white, under the title and the years it shows, above the legend. */
  function png() {
    const canvas = picture.canvas();
    const ratio = canvas.width / canvas.clientWidth;
    const sheet = document.createElement("canvas");
    sheet.width = canvas.width;
    sheet.height = canvas.height + (HEAD + FOOT) * ratio;
    const ctx = sheet.getContext("2d");
    ctx.fillStyle = "#ffffff";
    ctx.fillRect(0, 0, sheet.width, sheet.height);
    ctx.drawImage(canvas, 0, HEAD * ratio);
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.textBaseline = "middle";
    ctx.fillStyle = INK;
    ctx.font = `600 16px ${labels.FONT}`;
    ctx.fillText(data.page.title, 16, HEAD / 2, canvas.clientWidth - 180);
    ctx.textAlign = "right";
    ctx.fillStyle = SOFT;
    ctx.fillText(dom.byId("watermark").textContent, canvas.clientWidth - 16, HEAD / 2);
    ctx.translate(0, HEAD + canvas.clientHeight);
    legend(ctx, canvas.clientWidth);
    sheet.toBlob((blob) => save(blob, "png"), "image/png");
  }

  return { csv, png };
})();
