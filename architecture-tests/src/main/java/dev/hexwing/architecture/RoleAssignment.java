package dev.hexwing.architecture;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one class is, and who said so.
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param className the full name of the class
 * @param role its place in the hexagon
 * @param context the context it belongs to; empty if none
 * @param adapter the adapter it belongs to, such as {@code rest}; empty for all but adapters
 * @param blocks what it is for domain-driven design
 * @param evidence who said so, strongest first; more than one for an ambiguous class
 * @param place where the class stands
 */
public record RoleAssignment(
    String className,
    Role role,
    String context,
    String adapter,
    SortedSet<Block> blocks,
    List<Evidence> evidence,
    SourcePlace place) {

  /** Keeps its own copies. */
  public RoleAssignment {
    blocks = Collections.unmodifiableSortedSet(new TreeSet<>(blocks));
    evidence = List.copyOf(evidence);
  }

  /** Whether it is a building block of a kind. */
  public boolean is(Block block) {
    return blocks.contains(block);
  }

  /** What kind of thing told a role. */
  public enum Source {
    /** A jMolecules annotation, on the class, around it, or on a package. */
    ANNOTATION,
    /** A jMolecules type that the class extends or implements. */
    TYPE,
    /** An entry of the layout. */
    LAYOUT,
    /** The class it stands in. */
    ENCLOSING
  }

  /**
   * One reason for a role, a block or a context.
   *
   * @param source what kind of thing told it
   * @param says what it told, such as {@code driving-port} or {@code context payments}
   * @param text where, such as {@code @PrimaryPort on package com.example.port}
   */
  public record Evidence(Source source, String says, String text) {

    /** What {@code says} begins with where it tells a context. */
    static final String CONTEXT = "context ";

    boolean tellsContext() {
      return says.startsWith(CONTEXT);
    }
  }
}
