"""The pages of documentation, which an editor opens from a mark."""
