"""Issues made from a form become an edit of the curated data, or an answer saying what lacks."""
