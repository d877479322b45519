"""imss-check: checks the figures of an article about IMSS against a sourced fact base."""
