"""Which region plans, pilots, carries out or has completed which initiative."""
