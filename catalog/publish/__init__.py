"""Project -> pages. Text and look are in ``site/``; here is what they are filled with."""
