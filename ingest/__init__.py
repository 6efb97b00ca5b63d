"""From a guideline's text to statements with their spans, and on to an index of their vectors."""
