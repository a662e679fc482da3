"""Reuse readiness: the model, its checks and the level they make; pure but for loading it."""
