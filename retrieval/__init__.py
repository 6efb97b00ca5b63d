"""From a question to the statements that it is about, ranked by meaning and by words."""
