"""A site that stands is written anew only where something that a page shows has changed."""
