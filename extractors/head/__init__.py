"""The document itself: title, number, kind, date, year, region, issuer and recipient."""
