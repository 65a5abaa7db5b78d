"""The levels layout: bands in their order, each province a strip of its own."""

from __future__ import annotations

from kg.views.layout.levels import BANDS, Standing, level_positions


def _standings() -> list[Standing]:
    regions = [
        Standing(level, province, (f"{province}{n:04}", 0, ""))
        for province in ("32", "33", "51")
        for level, count in (("province", 1), ("prefecture", 6), ("county", 25))
        for n in range(count)
    ]
    wide = [Standing("Initiative", "", ("", n, "")) for n in range(7)] + [Standing("country", "", ("100000", 0, ""))]
    return [
        *regions,
        *wide,
        *[Standing("Agency", "33", ("", n, "")) for n in range(4)],
        Standing("Policy", "", ("", 1, "")),
    ]


def test_bands_follow_each_other_and_hold_their_nodes() -> None:
    standings = _standings()
    points, bands = level_positions(standings)
    names = [band.name for band in bands]
    assert names == [name for name in BANDS if name in names]
    assert [band.top for band in bands[1:]] == [band.bottom for band in bands[:-1]]
    edges = {band.name: band for band in bands}
    for standing, (_, y) in zip(standings, points, strict=True):
        assert edges[standing.band].top < y < edges[standing.band].bottom


def test_provinces_are_strips_that_do_not_mix() -> None:
    standings = _standings()
    points, _ = level_positions(standings)
    strips = {
        code: [x for standing, (x, _) in zip(standings, points, strict=True) if standing.province == code]
        for code in ("32", "33", "51")
    }
    assert max(strips["32"]) < min(strips["33"])
    assert max(strips["33"]) < min(strips["51"])


def test_no_two_nodes_stand_on_one_spot() -> None:
    points, _ = level_positions(_standings())
    assert len(set(points)) == len(points)


def test_many_counties_make_more_rows_not_an_endless_line() -> None:
    standings = [Standing("county", f"{10 + n % 31}", ("", n, "")) for n in range(1200)]
    points, bands = level_positions(standings)
    width = max(x for x, _ in points) - min(x for x, _ in points)
    assert width < 4 * (bands[-1].bottom - bands[0].top)
