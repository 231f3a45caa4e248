"""What bin/preflight checks."""
