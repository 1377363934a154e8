package dev.hexwing.architecture.cli;

/** The forms of the catalogue of rules. */
enum CatalogueFormat {
  TEXT,
  MARKDOWN,
  JSON
}
