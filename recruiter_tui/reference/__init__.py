"""Countries, languages, degrees and grades: small data files, one loader each."""
