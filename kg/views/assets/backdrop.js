// What lies behind the nodes of the levels layout: its bands.
"use strict";

const backdrop = (() => {
  const HANG = 14;

  function draw(ctx, view, project) {
    rows.shown.forEach(({ row, top, bottom }, place) => {
      const [upper, lower] = [project({ x: 0, y: top }).y, project({ x: 0, y: bottom }).y];
      ctx.fillStyle = theme.colours()[place % 2 ? "stripe2" : "stripe1"];
      ctx.fillRect(0, upper, view.width, lower - upper);
      if (lower - upper <= 16) return;
      ctx.font = `600 13px ${labels.FONT}`;
      ctx.textBaseline = "middle";
      ctx.textAlign = "left";
      ctx.fillStyle = theme.colours().ink2;
      ctx.fillText(words.band(row.name), HANG, upper + Math.min(HANG, (lower - upper) / 2));
    });
  }

  /** The boxes of the captions, over which no name is to be written. */
  function captions(ctx, project) {
    ctx.font = `600 13px ${labels.FONT}`;
    return rows.shown.map(({ row, top, bottom }) => {
      const [upper, lower] = [project({ x: 0, y: top }).y, project({ x: 0, y: bottom }).y];
      const middle = upper + Math.min(HANG, (lower - upper) / 2);
      const right = HANG + 8 + ctx.measureText(words.band(row.name)).width;
      return { left: 6, right, top: middle - 10, bottom: middle + 10 };
    });
  }

  return { captions, draw };
})();
