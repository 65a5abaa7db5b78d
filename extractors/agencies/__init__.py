"""Public bodies: their names, in full or as the text shortens them."""
