"""The proof that a graph is what its sources say: schema, keys, quotes, hashes, years, regions, first years."""

from kg.verify.finding import Finding
from kg.verify.verify import VerifyReport, verify

__all__ = ["Finding", "VerifyReport", "verify"]
