"""Write the bill of materials of a release: the packages that `constraints.txt` pins, in the form of CycloneDX (JSON).

    python scripts/write_sbom.py [--output sbom.json]

What the tests were run with stands in it, each package with its version and package URL, and with its licence where it is
installed here. The same pins in the same environment give the same bytes. `check_advisories.py` looks the same pins up
among known vulnerabilities.
"""

from __future__ import annotations

import argparse
import json
import sys
import uuid
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import License
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from kg import __version__
from support.pins import CONSTRAINTS, Pin, read_pins

_LONG = 64  # characters; a longer "licence" is the text of one


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-o", "--output", type=Path, help="write to this file instead of printing")
    args = parser.parse_args()
    written = bill(read_pins(CONSTRAINTS))
    if args.output:
        args.output.write_text(written, encoding="utf-8")
    else:
        sys.stdout.write(written)
    return 0


def bill(pins: Iterable[Pin]) -> str:
    """The bill of materials of ``pins`` as JSON."""
    components = [_component(pin) for pin in sorted(pins)]
    bom = Bom(components=components, serial_number=uuid.uuid5(uuid.NAMESPACE_URL, repr([c.purl for c in components])))
    product = PackageURL("pypi", name="reformkg", version=__version__)
    bom.metadata.component = Component(
        name="reformkg",
        version=__version__,
        type=ComponentType.APPLICATION,
        bom_ref=str(product),
        licenses=[LicenseFactory().make_from_string("MIT")],
    )
    bom.register_dependency(bom.metadata.component, components)
    told = json.loads(JsonV1Dot6(bom).output_as_string())
    del told["metadata"]["timestamp"]  # the moment of writing is not of the release
    return json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _component(pin: Pin) -> Component:
    url = PackageURL("pypi", name=pin.name, version=pin.version)
    licence = _licence(pin)
    return Component(
        name=pin.name,
        version=pin.version,
        type=ComponentType.LIBRARY,
        purl=url,
        bom_ref=str(url),
        licenses=[licence] if licence else [],
    )


def _licence(pin: Pin) -> License | None:
    """What the installed package of that version says of its licence."""
    try:
        about = distribution(pin.name)
    except PackageNotFoundError:
        return None
    told = about.metadata.get("License-Expression") or about.metadata.get("License") or ""
    classifiers = [c.rpartition(" :: ")[2] for c in about.metadata.get_all("Classifier", []) if c.startswith("License")]
    said = told if 0 < len(told) <= _LONG and "\n" not in told else ", ".join(sorted(classifiers))
    return LicenseFactory().make_from_string(said) if said and about.version == pin.version else None


if __name__ == "__main__":
    sys.exit(main())
