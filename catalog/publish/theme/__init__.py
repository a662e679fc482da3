"""The theme MkDocs is told of: it hands over a page's content, ``site/templates`` frames it."""
