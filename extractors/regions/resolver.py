"""Which region a name means: by the year, the name right before it and the document's own chain; else nothing."""

from __future__ import annotations

from functools import cache

from extractors.document import Context
from extractors.regions.bearers import Bearers
from extractors.regions.context import parent_of, region_of_level, within
from extractors.regions.lists import county_beside, county_under
from extractors.text.place_names import LEVEL_LETTERS, PlaceHit, merge_places
from ontology.places import place_words
from ontology.regions import Region

_LONGEST_LIST = 8
_SURE = 3  # characters of a full name that is no tail of another word: 示范县 holds 范县
_JOINERS = ("、", "和", "及", "与", "以及", "至")
_KINDS = tuple(LEVEL_LETTERS)
_LEVEL_WORDS = ("全市", "我市", "本市")  # 全市|港口吞吐量: the county 港口 is not named
_BOTH = ("省市", "省、市")  # two levels in one word
_LEADS_TO = ("至", "—")
_GOES_ON = tuple("区域县市城")  # 南部县|区, 应城市|区
_AREA = ("省域", "市域", "县域", "区域")  # 湛江|省域副中心城市: no region of the name 湛江省
_WATERS = tuple("江河湖")
# What stands before 区委, 市政府 where they are not the level's organ: 社区委员会, 园区政府.
_BEFORE_ORGAN = "社地园小辖片林灾景库牧矿郊老新城街乡镇村各校厂港"


@cache
def _doubtful() -> frozenset[str]:
    return place_words().ordinary | place_words().generic


class Resolver:
    """Resolves the place names of one document."""

    def __init__(self, context: Context, folded: str, trusting: bool = False) -> None:
        """Resolve in ``context``, for hits of the text ``folded``; ``trusting``: full names need no support."""
        self.context = context
        self.trusting = trusting
        self.folded = folded
        self.year = context.year
        self._bearers = Bearers(context, folded)
        self._words = place_words()
        self._doubtful = _doubtful()

    def resolve_all(
        self, places: list[PlaceHit], counties: list[PlaceHit]
    ) -> list[tuple[PlaceHit, tuple[Region, ...]]]:
        """The hits that mean regions, the short names of counties among them."""
        return self.resolve(merge_places(places, counties, self._at_home))

    def _at_home(self, county: PlaceHit) -> bool:
        return any(self._in_chain(region) for region in self._bearers.of(county))

    def resolve(self, hits: list[PlaceHit]) -> list[tuple[PlaceHit, tuple[Region, ...]]]:
        """The hits that mean regions, each with them."""
        found: list[tuple[PlaceHit, tuple[Region, ...]]] = []
        before: tuple[PlaceHit, tuple[Region, ...]] | None = None
        for index, hit in enumerate(hits):
            listed = self._listed(hits, index)
            regions = self._regions(hit, before, listed) or self._in_list(hit, found, before, listed)
            before = (hit, regions)
            if regions:
                found.append(before)
        return found

    def _regions(
        self, hit: PlaceHit, before: tuple[PlaceHit, tuple[Region, ...]] | None, listed: bool
    ) -> tuple[Region, ...]:
        kind = hit.name.kind
        if kind == "none":
            return ()
        if kind == "zone":  # 福州新区 names 福州, as 福州高新区 does
            return tuple(r for r in self._bearers.of(hit) if hit.name.word.startswith(r.short_name))
        if kind == "level":
            return self._level(hit)
        if kind == "bloc":
            if not self._acts(hit):
                return ()
            return tuple({region.code: region for region in self._bearers.of(hit)}.values())
        above = before[1][0] if before and before[1] and before[0].end == hit.start else None
        joint = self.folded[before[0].end : hit.start] if before and before[1] else ""
        one = self._full(hit, above, listed) if kind == "full" else self._short(hit, above, listed, joint)
        return (one,) if one else ()

    def _in_list(
        self,
        hit: PlaceHit,
        found: list[tuple[PlaceHit, tuple[Region, ...]]],
        before: tuple[PlaceHit, tuple[Region, ...]] | None,
        listed: bool,
    ) -> tuple[Region, ...]:
        """The county that the regions told before it settle: 百色田东、德保, 喀什、霍尔果斯, 北京市：海淀区、朝阳区."""
        counties = [region for region in self._bearers.of(hit) if region.level == "county"]
        if hit.name.kind == "full":
            return county_under(hit, counties, found, self.folded, self.year) if listed else ()
        beside = before[1][0] if before and before[1] and self._joined(before[0], hit) else None
        if beside is None or beside.level == "province" or hit.name.kind != "short" or self._goes_on(hit):
            return ()
        if beside.level != "county" and hit.name.word in self._doubtful:
            return ()
        return county_beside(beside, counties, self.year)

    def _acts(self, bloc: PlaceHit) -> bool:
        """Whether a bloc stands for its members, not in the name of a road, an area or a strategy."""
        words = self._words
        if self.folded.startswith((*words.roads, *words.passing), bloc.end):
            return False
        return bloc.name.word not in words.circles or self.folded.startswith(words.acting, bloc.end)

    def _level(self, hit: PlaceHit) -> tuple[Region, ...]:
        letter = hit.name.letter
        before = self.folded[hit.start - 1 : hit.start]
        if before and hit.name.word[0] == letter and before in self._words.not_after.get(letter, _BEFORE_ORGAN):
            return ()
        if self.folded.startswith("、自治区", hit.start + 1):
            return ()
        region = region_of_level(self.context, letter)
        if region and letter == "区" and hit.name.word[0] == letter and region.level != "county":
            return ()
        below = region_of_level(self.context, "市") if hit.name.word in _BOTH else None
        return tuple(dict.fromkeys(found for found in (region, below) if found))

    def _full(self, hit: PlaceHit, above: Region | None, listed: bool) -> Region | None:
        candidates = self._bearers.of(hit)
        inside = self._inside(candidates, above)
        if inside:
            return inside
        word = hit.name.word
        if self.folded.startswith("域", hit.end) and word.endswith("区"):
            return None
        at_home = next((r for r in candidates if self._in_chain(r) or self._opens_at_home(r, hit)), None)
        if word in self._words.generic:
            return at_home if listed else None
        if not listed and not self.trusting and self._is_doubtful(word, candidates) and not self._is_met(hit):
            return at_home
        return self._nearest(candidates)

    def _opens_at_home(self, region: Region, hit: PlaceHit) -> bool:
        """Whether a full name opens a phrase in a document of its province: 惠农区 there is no 惠农 area."""
        own = self.context.region
        if own is None or own.level != "province" or len(hit.name.word) < _SURE:
            return False
        return within(region, own, self.year) and not self.folded[hit.start - 1 : hit.start].isalnum()

    def _is_doubtful(self, word: str, candidates: tuple[Region, ...]) -> bool:
        """Whether a full name may be part of other words: 示范县, 顺应城市."""
        county = all(region.level == "county" for region in candidates)
        return len(word) == 2 or (county and any(r.short_name in self._words.ordinary for r in candidates))

    def _short(self, hit: PlaceHit, above: Region | None, listed: bool, joint: str) -> Region | None:
        if self._goes_on(hit):
            return None
        candidates, words = self._bearers.of(hit), self._words
        inside, ordinary = self._inside(candidates, above), hit.name.word in words.ordinary
        if inside and above:
            city = above.name.endswith("市") and not self.folded.endswith(_LEVEL_WORDS, 0, hit.start)
            if not ordinary or inside.level == "prefecture" or city or words.met_end.match(self.folded, hit.end):
                return inside
        if ordinary and not listed:
            return self._placed(hit, candidates)
        if self._is_nature(hit, candidates):
            return None
        known = self._of_chain(candidates) or _only_one_so_high(candidates) or self._of_province(candidates, listed)
        return known or (None if ordinary else self._elsewhere(hit, candidates, listed, joint))

    def _elsewhere(self, hit: PlaceHit, candidates: tuple[Region, ...], listed: bool, joint: str) -> Region | None:
        """A county that is not at home here: 对口帮扶|海丰、惠东, 信丰至|南雄, the own province's in an enumeration."""
        if joint in _LEADS_TO or self._is_met(hit):
            return self._nearest(candidates)
        around = self.context.levels.get("province")
        ends = listed and around is not None and self._words.met_end.match(self.folded, hit.end)
        near = [region for region in candidates if ends and around and within(region, around, self.year)]
        return near[0] if len(near) == 1 else None

    def _is_met(self, hit: PlaceHit) -> bool:
        """Whether what stands around a name says that it is a place one has to do with: 与|五常市|对口合作."""
        words = self._words
        if not self.folded.endswith(words.met, 0, hit.start):
            return False
        if hit.name.kind == "full":  # 支持东港区建设 may be of any port
            return hit.name.word[-1] != "区" and not self.folded.startswith(_GOES_ON, hit.end)
        return words.met_end.match(self.folded, hit.end) is not None

    def _placed(self, hit: PlaceHit, candidates: tuple[Region, ...]) -> Region | None:
        """The prefecture of the document's own province that an ordinary word means behind 在 or 支持: 在来宾组建."""
        own = self.context.region
        if own is None or own.level != "province" or not self.folded.endswith(self._words.before, 0, hit.start):
            return None
        return next((r for r in candidates if r.level == "prefecture" and within(r, own, self.year)), None)

    def _inside(self, candidates: tuple[Region, ...], above: Region | None) -> Region | None:
        """The one that lies in the region named right before it: 鼓楼区 of 南京市鼓楼区."""
        inside = [r for r in candidates if above and above != r and within(r, above, self.year)]
        return inside[0] if len(inside) == 1 else None

    def _goes_on(self, hit: PlaceHit) -> bool:
        """Whether a short name is part of another word (上海滩) or of a full name that is another region's (南山市)."""
        words, follows = self._words, self.folded.startswith
        kind = follows(_KINDS, hit.end) and not follows(_AREA, hit.end)
        after = follows(words.after, hit.end) and not follows(words.only_like_after, hit.end)
        return kind or after or words.after_where.match(self.folded, hit.end) is not None

    def _is_nature(self, hit: PlaceHit, candidates: tuple[Region, ...]) -> bool:
        """Whether a county's short name is a river's, a lake's or a mountain's: 赤水河, 华蓥山."""
        nature = self.folded.startswith(_WATERS, hit.end) or self._words.mountains.match(self.folded, hit.end)
        return bool(nature) and all(r.level == "county" for r in candidates)

    def _of_chain(self, candidates: tuple[Region, ...]) -> Region | None:
        """The one that is understood here; 吉林 is rather the province."""
        known = self.context.region is not None
        return next((r for r in candidates if known and r.level != "province" and self._in_chain(r)), None)

    def _of_province(self, candidates: tuple[Region, ...], listed: bool) -> Region | None:
        """The only county of the name in the province whose document it is: 昆山 in a report of 江苏."""
        own = self.context.region
        if own is None or own.level != "province":
            return None
        near = [region for region in candidates if within(region, own, self.year)]
        return near[0] if len(near) == 1 and (listed or near[0].short_name not in self._words.ordinary) else None

    def _in_chain(self, region: Region) -> bool:
        """Whether a short name is understood here: the own chain, and the counties around or below the own region."""
        own = self.context.region
        if own is None or region == own or region in self.context.levels.values():
            return own is not None
        if region.level != "county":
            return False
        parent = parent_of(region, self.year)
        return parent in (self.context.levels.get("prefecture"), own) if own.level != "province" else parent == own

    def _nearest(self, candidates: tuple[Region, ...]) -> Region | None:
        if len(candidates) <= 1:
            return candidates[0] if candidates else None
        own = self.context.region
        if own is None:
            return None
        scopes = [own, self.context.levels.get("prefecture"), self.context.levels.get("province")]
        for scope in scopes:
            near = [r for r in candidates if scope and within(r, scope, self.year)]
            if len(near) == 1:
                return near[0]
        return None

    def _listed(self, hits: list[PlaceHit], index: int) -> bool:
        """Whether an enumeration around it names a region by a word that is no ordinary one: 福田、南山、光明.

        The first of an enumeration may be the tail of another word (示范县、萧县), unless it begins after a mark.
        """
        first = index
        while first and index - first < _LONGEST_LIST and self._joined(hits[first - 1], hits[first]):
            first -= 1
            if self._sure(hits[first]):
                return True
        before = self.folded[hits[index].start - 1 : hits[index].start]
        if before.isalnum() and before not in _JOINERS and first == index:
            return False
        last = index
        while last + 1 < len(hits) and last - index < _LONGEST_LIST and self._joined(hits[last], hits[last + 1]):
            last += 1
            if self._sure(hits[last]):
                return True
        return False

    def _joined(self, first: PlaceHit, second: PlaceHit) -> bool:
        return self.folded[first.end : second.start] in _JOINERS

    def _sure(self, hit: PlaceHit) -> bool:
        word = hit.name.word
        return hit.name.kind in ("full", "short") and word not in self._doubtful


def _only_one_so_high(candidates: tuple[Region, ...]) -> Region | None:
    """The province of a name, else the prefecture, where there is but one."""
    high = [r for r in candidates if r.level == "province"] or [r for r in candidates if r.level == "prefecture"]
    return high[0] if len(high) == 1 else None
