// The picture as PNG and the statements as CSV, saved by the browser.
"use strict";

const download = (() => {
  const HEAD = 46;

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

  /** The canvas on white, under the title and the years it shows. */
  function png() {
    const canvas = picture.canvas();
    const ratio = canvas.width / canvas.clientWidth;
    const sheet = document.createElement("canvas");
    sheet.width = canvas.width;
    sheet.height = canvas.height + HEAD * ratio;
    const ctx = sheet.getContext("2d");
    ctx.fillStyle = "#ffffff";
    ctx.fillRect(0, 0, sheet.width, sheet.height);
    ctx.drawImage(canvas, 0, HEAD * ratio);
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    ctx.textBaseline = "middle";
    ctx.fillStyle = "#1d2939";
    ctx.font = `600 16px ${labels.FONT}`;
    ctx.fillText(data.page.title, 16, HEAD / 2, canvas.clientWidth - 180);
    ctx.textAlign = "right";
    ctx.fillStyle = "#5b6b82";
    ctx.fillText(dom.byId("watermark").textContent, canvas.clientWidth - 16, HEAD / 2);
    sheet.toBlob((blob) => save(blob, "png"), "image/png");
  }

  return { csv, png };
})();
