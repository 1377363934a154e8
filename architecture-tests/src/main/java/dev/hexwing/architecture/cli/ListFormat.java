package dev.hexwing.architecture.cli;

/** The forms of a list. */
enum ListFormat {
  TEXT,
  JSON
}
