"""The report: one page that needs nothing else, for one paper or a pack."""

from plainspeak.exports.report.page import ReportPages, is_report_page, report_pages

__all__ = ["ReportPages", "is_report_page", "report_pages"]
