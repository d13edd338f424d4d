"""Turns feature specifications into FastAPI backends that provably keep them."""
