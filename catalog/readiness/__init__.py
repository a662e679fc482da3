"""Reuse readiness: the model, its checks and the level they make. Pure but for loading the model."""
