"""Reviewers: the user's own file back, with findings as comments. Each format's module is imported when needed."""

from plainspeak.reviewers.base import Review, Reviewer
from plainspeak.reviewers.comments import MOST_COMMENTS
from plainspeak.reviewers.registry import can_review, review

__all__ = ["MOST_COMMENTS", "Review", "Reviewer", "can_review", "review"]
