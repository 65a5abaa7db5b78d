// Names drawn on the canvas after the nodes: one size at every zoom, with a halo, none over another or over a shape.
"use strict";

const labels = (() => {
  const FONT = '"Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif';
  const CELL = 48;
  const MOST = 420;
  const FARTHER = 13;
  const LONGEST = 16;
  const widths = new Map();

  const ruler = document.createElement("canvas").getContext("2d");

  function width(text, font) {
    const known = widths.get(font + text);
    if (known !== undefined) return known;
    ruler.font = font;
    const measured = ruler.measureText(text).width;
    widths.set(font + text, measured);
    return measured;
  }

  /** Boxes taken on the screen, found again by a grid of cells. */
  function crowd() {
    const cells = new Map();
    const visit = (box, act) => {
      for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x += 1) {
        for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y += 1) {
          if (act(x * 4096 + y)) return true;
        }
      }
      return false;
    };
    return {
      add: (box) =>
        visit(box, (cell) => {
          if (!cells.has(cell)) cells.set(cell, []);
          cells.get(cell).push(box);
          return false;
        }),
      free: (box, owner, names) =>
        !visit(box, (cell) =>
          (cells.get(cell) ?? []).some(
            (other) =>
              other.owner !== owner &&
              (other.name || !names) &&
              other.left < box.right &&
              other.right > box.left &&
              other.top < box.bottom &&
              other.bottom > box.top,
          ),
        ),
    };
  }

  const short = (text) => {
    const letters = [...text];
    const most = /[一-鿿]/.test(text) ? LONGEST : LONGEST * 2;
    return letters.length > most ? `${letters.slice(0, most - 1).join("")}…` : text;
  };

  /** Where a name may stand: below, above, right, left of its node. */
  function places({ spot, radius, must }, wide, high, away = 0) {
    const gap = radius + 3 + away;
    const overAndUnder = [
      { left: spot.x - wide / 2, top: spot.y + gap },
      { left: spot.x - wide / 2, top: spot.y - gap - high },
    ];
    const beside = [
      { left: spot.x + gap, top: spot.y - high / 2 },
      { left: spot.x - gap - wide, top: spot.y - high / 2 },
    ];
    if (must) {
      const shifted = [spot.x - radius, spot.x + radius - wide];
      return [...overAndUnder, ...beside, ...overAndUnder.flatMap(({ top }) => shifted.map((left) => ({ left, top })))];
    }
    return [...overAndUnder, ...beside];
  }

  /**
   * Finds places for the names of `items` ({id, text, spot, radius, rank, colour, size, bold, must}), the highest rank first.
   * One that `must` be there may stand farther off, or over the shapes of other nodes, though not over a name. None lies over one of
   * the boxes that are `blocked`.
   */
  function place(items, view, blocked) {
    const taken = crowd();
    for (const box of blocked) taken.add({ ...box, name: true });
    const inside = items.filter(
      ({ spot }) => spot.x > -60 && spot.y > -30 && spot.x < view.width + 60 && spot.y < view.height + 30,
    );
    for (const { id, spot, radius } of inside) {
      taken.add({
        owner: id,
        left: spot.x - radius,
        right: spot.x + radius,
        top: spot.y - radius,
        bottom: spot.y + radius,
      });
    }
    inside.sort((a, b) => b.rank - a.rank || a.id - b.id);
    const found = [];
    for (const item of inside) {
      if (found.length >= MOST) break;
      if (!item.text) continue;
      const text = short(item.text);
      const font = `${item.bold ? "600 " : ""}${item.size}px ${FONT}`;
      const wide = width(text, font);
      const high = item.size * 1.2;
      const boxes = (away) =>
        places(item, wide, high, away).map((spot) => ({
          owner: item.id,
          name: true,
          ...spot,
          right: spot.left + wide,
          bottom: spot.top + high,
        }));
      const fits = (over) => (box) =>
        box.left >= 2 &&
        box.right <= view.width - 2 &&
        taken.free({ ...box, left: box.left - 3, right: box.right + 3 }, item.id, over);
      const near = boxes(0);
      const forced = () => boxes(FARTHER).find(fits(false)) ?? near.find(fits(true));
      const box = near.find(fits(false)) ?? (item.must ? forced() : undefined);
      if (!box) continue;
      taken.add(box);
      found.push({ text, font, item, left: box.left, top: box.top });
    }
    return found;
  }

  /** Writes the names on a canvas, in the pixels of the screen. */
  function write(ctx, items, view, blocked) {
    ctx.textBaseline = "top";
    ctx.textAlign = "left";
    ctx.lineJoin = "round";
    ctx.lineWidth = 3.6;
    ctx.strokeStyle = theme.colours().halo;
    for (const { text, font, item, left, top } of place(items, view, blocked)) {
      ctx.font = font;
      ctx.strokeText(text, left, top);
      ctx.fillStyle = item.colour;
      ctx.fillText(text, left, top);
    }
  }

  return { draw: write, place, FONT };
})();
