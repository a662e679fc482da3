"""publiccode.yml 0.2-0.7: tolerant reader, strict rules, drafter."""
