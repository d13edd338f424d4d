"""Every diagnostic is declared once, in the module of the stage that reports it."""

from backwright.diagnostics.model import Declared, Diagnostic, Severity

__all__ = ["Declared", "Diagnostic", "Severity"]
