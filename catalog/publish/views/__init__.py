"""What each page shows, computed: one module a page kind. Templates only choose and repeat."""
