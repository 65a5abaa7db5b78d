// What the reader takes away, saved by the browser: the picture as SVG or PNG, rows and statements as CSV, a print.
"use strict";

const save = (() => {
  function offer(blob, ending) {
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

  const csv = (text) => offer(new Blob([text], { type: "text/csv;charset=utf-8" }), "csv");

  function svg() {
    const text = `<?xml version="1.0" encoding="UTF-8"?>\n${paper.written(paper.sheet())}\n`;
    offer(new Blob([text], { type: "image/svg+xml;charset=utf-8" }), "svg");
  }

  /** The sheet in dots, `times` as many each way as it has pixels. */
  function png(times) {
    const sheet = paper.sheet();
    const [width, height] = ["width", "height"].map((name) => Number(sheet.getAttribute(name)));
    const image = new Image();
    image.onload = () => {
      const canvas = dom.make("canvas", { width: Math.round(times * width), height: Math.round(times * height) });
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => offer(blob, "png"), "image/png");
    };
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(paper.written(sheet))}`;
  }

  /** The choices under one button. */
  function menu() {
    const isPicture = !["table", "compare", "pictures"].includes(state.current.layout);
    const told = data.initiatives.length > 0;
    const item = (id, text, act) => dom.button(text, act, { id });
    const element = dom.make(
      "details",
      { class: "menu", id: "save" },
      dom.make("summary", { text: words.t("save") }),
      dom.make(
        "div",
        { class: "choices" },
        isPicture ? item("svg", words.t("save_svg"), svg) : null,
        ...(isPicture ? [1, 2, 3].map((times) => item(`png${times}`, words.t("save_png", { times }), () => png(times))) : []),
        clipboard.button(words.t("copy_link"), state.link, { id: "copy-link" }),
        told ? item("csv-rows", words.t("save_rows"), () => csv(table.rowsCsv())) : null,
        item("csv", words.t("save_statements"), () => csv(statements.csv())),
        isPicture ? item("print", words.t("print"), () => print()) : null,
      ),
    );
    element.addEventListener("click", (event) => {
      if (event.target.closest(".choices button:not(#copy-link)")) element.open = false;
    });
    element.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !element.contains(event.relatedTarget)) element.open = false;
    });
    return element;
  }

  /** On paper the sheet stands in place of the page, in the light theme. */
  function listen() {
    let before = null;
    window.addEventListener("beforeprint", () => {
      before = state.current.theme;
      if (["table", "compare", "pictures"].includes(state.current.layout)) return;
      state.current.theme = "light";
      dom.byId("paper").replaceChildren(paper.sheet());
    });
    window.addEventListener("afterprint", () => {
      state.current.theme = before;
      dom.byId("paper").replaceChildren();
    });
  }

  return { menu, listen, text: (text, type, ending) => offer(new Blob([text], { type: `${type};charset=utf-8` }), ending), rows: () => csv(table.rowsCsv()) };
})();
