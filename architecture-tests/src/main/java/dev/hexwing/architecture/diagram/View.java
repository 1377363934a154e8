package dev.hexwing.architecture.diagram;

/** What part of a picture a diagram shows. */
public enum View {
  /** The contexts and what they know of each other. */
  CONTEXTS,
  /** The contexts within domain, application, ports and adapters. */
  HEXAGON
}
