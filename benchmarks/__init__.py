"""Measurements; no part of the product."""
