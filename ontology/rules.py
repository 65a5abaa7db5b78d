"""The rules by which statements are read: each name once; a mention, a statement and a relationship name theirs."""

from __future__ import annotations

from enum import StrEnum


class Rule(StrEnum):
    """What found a statement.

    The first part of a name is the layer that the rule writes (``head`` the document's own fields, ``date`` the dates
    that other layers rest on); ``parent`` says where a local initiative belongs, ``correction`` is an analyst's word,
    ``ontology`` what the data files say.
    """

    DATE_DAY = "date.day"
    DATE_MONTH = "date.month"
    DATE_MONTHS = "date.months"
    DATE_RANGE = "date.range"
    DATE_RELATIVE = "date.relative"
    DATE_WITHOUT_YEAR = "date.without_year"
    DATE_YEAR = "date.year"

    HEAD_ATTACHMENT = "head.attachment"
    HEAD_COMMONEST = "head.commonest"
    HEAD_CONGRESS = "head.congress"
    HEAD_DATELINE = "head.dateline"
    HEAD_FIRST_LINE = "head.first_line"
    HEAD_HANDED_OUT = "head.handed_out"
    HEAD_HEADING = "head.heading"
    HEAD_IN_FORCE = "head.in_force"
    HEAD_INTRO = "head.intro"
    HEAD_ISSUER = "head.issuer"
    HEAD_METADATA = "head.metadata"
    HEAD_NATIONAL = "head.national"
    HEAD_NUMBER = "head.number"
    HEAD_OPENING = "head.opening"
    HEAD_ORDER = "head.order"
    HEAD_OWN_REGION = "head.own_region"
    HEAD_PASSED = "head.passed"
    HEAD_PASSED_FIRST = "head.passed_first"
    HEAD_PATH = "head.path"
    HEAD_PHRASE = "head.phrase"
    HEAD_PUBLISHED = "head.published"
    HEAD_RECIPIENT = "head.recipient"
    HEAD_SIGNATURE = "head.signature"
    HEAD_SIGNED = "head.signed"
    HEAD_SOURCES = "head.sources"
    HEAD_SPEAKER = "head.speaker"
    HEAD_TITLE = "head.title"
    HEAD_UNDER_COVER = "head.under_cover"

    REGION_BLOC = "region.bloc"
    REGION_CONTEXT = "region.context"
    REGION_FULL = "region.full"
    REGION_SHORT = "region.short"

    AGENCY_AGAIN = "agency.again"
    AGENCY_BARE = "agency.bare"
    AGENCY_GROUP = "agency.group"
    AGENCY_JOINED = "agency.joined"
    AGENCY_LEVEL = "agency.level"
    AGENCY_NATIONAL = "agency.national"
    AGENCY_OWN = "agency.own"
    AGENCY_PARTY_GROUP = "agency.party_group"
    AGENCY_REGION = "agency.region"
    AGENCY_SECTION = "agency.section"
    AGENCY_WATCHING = "agency.watching"
    AGENCY_ZONE = "agency.zone"

    POLICY_NUMBER = "policy.number"
    POLICY_SHORT_TITLE = "policy.short_title"
    POLICY_TITLE = "policy.title"
    POLICY_TITLE_NUMBER = "policy.title_number"

    INITIATIVE_ALIAS = "initiative.alias"
    INITIATIVE_BUILT = "initiative.built"
    INITIATIVE_COMMON = "initiative.common"
    INITIATIVE_DATED = "initiative.dated"
    INITIATIVE_IMPLIED = "initiative.implied"
    INITIATIVE_INTRODUCED = "initiative.introduced"
    INITIATIVE_NAME = "initiative.name"
    INITIATIVE_NUMBERED = "initiative.numbered"
    INITIATIVE_PLACE = "initiative.place"
    INITIATIVE_QUOTED = "initiative.quoted"

    ADOPTION_COMPLETED = "adoption.completed"
    ADOPTION_HIGHER = "adoption.higher"
    ADOPTION_IMPLEMENTED = "adoption.implemented"
    ADOPTION_LAID_DOWN = "adoption.laid_down"
    ADOPTION_PILOT = "adoption.pilot"
    ADOPTION_PILOT_PLACE = "adoption.pilot_place"
    ADOPTION_PLACE = "adoption.place"
    ADOPTION_PLAN_CUE = "adoption.plan_cue"
    ADOPTION_PLAN_JUDGED = "adoption.plan_judged"
    ADOPTION_PLAN_SECTION = "adoption.plan_section"
    ADOPTION_PROBLEM = "adoption.problem"
    ADOPTION_TABLE = "adoption.table"
    ADOPTION_TITLED = "adoption.titled"

    CLAIM_EXPERIENCE = "claim.experience"
    CLAIM_FIRST = "claim.first"
    CLAIM_LEARNED = "claim.learned"
    CLAIM_PROMOTED = "claim.promoted"

    EVENT_ABOLISHED = "event.abolished"
    EVENT_AWARD = "event.award"
    EVENT_ESTABLISHED = "event.established"
    EVENT_IN_FORCE = "event.in_force"
    EVENT_LAUNCHED = "event.launched"
    EVENT_MEETING = "event.meeting"
    EVENT_NAMED_MODEL = "event.named_model"
    EVENT_PASSED = "event.passed"
    EVENT_PILOT_APPROVED = "event.pilot_approved"
    EVENT_PILOT_STARTED = "event.pilot_started"
    EVENT_PROMOTED = "event.promoted"
    EVENT_PROMULGATED = "event.promulgated"
    EVENT_RENAMED = "event.renamed"
    EVENT_SIGNED = "event.signed"

    MEASUREMENT_AFTER = "measurement.after"
    MEASUREMENT_BEFORE = "measurement.before"
    MEASUREMENT_CONTINUED = "measurement.continued"
    MEASUREMENT_RATIO = "measurement.ratio"
    MEASUREMENT_SHARED = "measurement.shared"
    MEASUREMENT_TABLE = "measurement.table"

    PARENT_FORM = "parent.form"
    PARENT_LISTED = "parent.listed"
    PARENT_WORD = "parent.word"

    CORRECTION_ACCEPT = "correction.accept"
    CORRECTION_CHANGE = "correction.change"
    CORRECTION_PARENT = "correction.parent"

    ONTOLOGY_AREA_BECAME = "ontology.area.became"
    ONTOLOGY_INITIATIVE_FIRST_PLACE = "ontology.initiative.first_place"
    ONTOLOGY_INITIATIVE_LAUNCHED = "ontology.initiative.launched"
    ONTOLOGY_INITIATIVE_PARENT = "ontology.initiative.parent"
    ONTOLOGY_INITIATIVE_SUCCESSOR = "ontology.initiative.successor"
    ONTOLOGY_REGION_PART_OF = "ontology.region.part_of"
    ONTOLOGY_REGION_SPLIT_FROM = "ontology.region.split_from"
    ONTOLOGY_REGION_SUCCEEDED_BY = "ontology.region.succeeded_by"

    @property
    def layer(self) -> str:
        """The first part of the name."""
        return self.value.partition(".")[0]
