"""Sentences by their subject, right ones and wrong ones in much the same words. Adding a case is adding a line."""
