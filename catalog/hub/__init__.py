"""What bodies do together: calls for collaboration, and who builds on whom. Pure."""
