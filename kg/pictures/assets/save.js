// A picture saved alone, with its title, its key, its denominators and its source, without controls: SVG, or PNG twice as fine.
"use strict";

const save = (() => {
  const { model, say } = data;

  function offer(blob, name, ending) {
    const bare = (text) => text.replace(/[^\p{L}\p{N}_-]+/gu, "-").replace(/^-+|-+$/g, "");
    const url = URL.createObjectURL(blob);
    const anchor = dom.make("a", { href: url, download: `${bare(`${model.initiative}-${name}`).slice(0, 80) || "reformkg"}.${ending}` });
    document.body.append(anchor);
    anchor.click();
    anchor.remove();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  }

  /** The day on which a picture is saved, on this computer's clock. */
  const drawn = () => {
    const day = new Date();
    const two = (n) => String(n).padStart(2, "0");
    return say("drawn", { day: `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}` });
  };

  /** The picture of a card as one SVG of the width for print. */
  function sheet(card) {
    const { print_width: width, margin } = looks.geometry;
    const colours = looks.colours();
    const inner = width - 2 * margin;
    const picture = card.draw(inner, true);
    const svg = draw.sheet(width, card.finding());
    const background = draw.rect(svg, 0, 0, width, 10, { fill: colours.panel });
    let y = margin;
    const lines = (text, size, weight, fill, high) => {
      for (const line of draw.wrap(text, inner, size, weight)) {
        y += high;
        const hang = dom.hangs(line) ? 0.48 * size : 0;
        draw.write(svg, margin - hang, y, line, { size, weight: weight === 400 ? null : weight, fill });
      }
    };
    lines(`${model.initiative}${model.scope ? ` · ${model.scope}` : ""} — ${card.finding()}`, 20, 700, colours.ink, 26);
    y += 4;
    lines(card.measure(), 13, 400, colours.ink2, 20);
    y += 24;
    picture.setAttribute("x", margin);
    picture.setAttribute("y", y);
    svg.append(picture);
    y += Number(picture.getAttribute("height")) + 10;
    const forms = data.alone ? [say("forms_kept", data.kept)] : [];
    for (const text of [...card.notes(), ...forms, `${model.source} ${drawn()}`]) lines(text, 12, 400, colours.muted, 18);
    y += margin;
    background.setAttribute("height", y);
    return draw.finish(svg, y);
  }

  /** A picture as text; XML has no place for control characters, which a name may hold. */
  const written = (picture) => new XMLSerializer().serializeToString(picture).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");

  const text = (card) => `<?xml version="1.0" encoding="UTF-8"?>\n${written(sheet(card))}\n`;

  const asSvg = (card) => offer(new Blob([text(card)], { type: "image/svg+xml;charset=utf-8" }), card.title, "svg");

  function asPng(card) {
    const picture = sheet(card);
    const [width, height] = ["width", "height"].map((name) => Number(picture.getAttribute(name)));
    const image = new Image();
    image.onload = () => {
      const canvas = dom.make("canvas", { width: 2 * width, height: Math.ceil(2 * height) });
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => offer(blob, card.title, "png"), "image/png");
    };
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(written(picture))}`;
  }

  const asCsv = () => offer(new Blob([table.csv()], { type: "text/csv;charset=utf-8" }), say("table"), "csv");

  return { asSvg, asPng, asCsv };
})();
