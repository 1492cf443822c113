// Progressive: every page reads and works without it.
