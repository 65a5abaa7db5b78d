"""Weights of the linear judges, a readable table a task, written by ``scripts/train_judges.py``."""
