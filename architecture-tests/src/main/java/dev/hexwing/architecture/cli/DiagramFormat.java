package dev.hexwing.architecture.cli;

/** The languages in which a diagram can be written. */
enum DiagramFormat {
  MERMAID,
  PLANTUML,
  SVG
}
