"""Adds entries for people: asks what a machine cannot know, proposes the rest."""
