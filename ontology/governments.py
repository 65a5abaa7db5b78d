"""How the government, the party committee and the offices of a region are called."""

from __future__ import annotations

from ontology.issuer_codes import issuer_codes
from ontology.regions import COUNTRY, Region, region_table

_MUNICIPALITIES = {"110000", "120000", "310000", "500000"}


def government_of(region: Region) -> str:
    """遂宁市人民政府, 兴安盟行政公署, 国务院."""
    if region.code == COUNTRY:
        return "国务院"
    seat = "行政公署" if region.level == "prefecture" and region.name.endswith(("盟", "地区")) else "人民政府"
    return region.name + seat


def government_office_of(region: Region, year: int | None = None) -> str:
    """The office of its government in ``year``: 办公厅 for provinces and some large cities, else 办公室."""
    return government_of(region) + ("办公厅" if has_hall(region, year) else "办公室")


def has_hall(region: Region, year: int | None = None) -> bool:
    """Whether the office of its government, or of its committee, is a 办公厅 in ``year`` (today when None)."""
    if region.level in {"country", "province"}:
        return True
    halls = issuer_codes().office_halls
    if region.code not in halls:
        return False
    last = halls[region.code]
    return last is None or (year is not None and year <= last)


def committee_of(region: Region) -> str:
    """中共遂宁市委, 中共兴安盟委, 中共内蒙古自治区党委, 中共中央."""
    if region.code == COUNTRY:
        return "中共中央"
    if region.name.endswith("自治区"):
        return f"中共{region.name}党委"
    return f"中共{region.name}委"


def committee_office_of(region: Region, year: int | None = None) -> str:
    """The office of its party committee: 办公厅 for provinces and some large cities, else 办公室."""
    return committee_of(region) + ("办公厅" if has_hall(region, year) else "办公室")


def is_municipality(region: Region) -> bool:
    """Whether it is 北京市, 天津市, 上海市 or 重庆市."""
    return region.code in _MUNICIPALITIES


def within(region: Region, outer: Region) -> bool:
    """Whether ``region`` lies in ``outer`` or is it, at any time."""
    return region == outer or outer in region_table().ancestors(region)
