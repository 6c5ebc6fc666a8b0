"""Reporters: from reports to text and JSON."""
