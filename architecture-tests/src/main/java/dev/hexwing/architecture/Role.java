package dev.hexwing.architecture;

/** What a class is for the hexagon. Each class has exactly one, or the report says so. */
public enum Role {
  /** Business rules: aggregates, values, events, refusals. */
  DOMAIN("domain"),
  /** The part of the domain that all contexts share. */
  SHARED_KERNEL("shared-kernel"),
  /** Use cases and what they are made of. */
  APPLICATION("application"),
  /** How the outside asks for something: interfaces and the messages beside them. */
  DRIVING_PORT("driving-port"),
  /** What the inside asks of the outside: interfaces and the messages beside them. */
  DRIVEN_PORT("driven-port"),
  /** An adapter whose direction nobody told. */
  ADAPTER("adapter"),
  /** An adapter that calls driving ports: a front. */
  DRIVING_ADAPTER("driving-adapter"),
  /** An adapter that serves driven ports: a store, a client. */
  DRIVEN_ADAPTER("driven-adapter"),
  /** Puts everything together and therefore sees everything. */
  COMPOSITION_ROOT("composition-root"),
  /** Shows how things are used; never published. */
  EXAMPLE("example"),
  /** Stands beside the hexagon: a program or a library of its own. */
  TOOL("tool"),
  /** In-memory adapters, fixtures and suites, published for tests. */
  TESTKIT("testkit"),
  /** Tests. */
  TEST("test"),
  /** Written by a generator; not judged, yet nothing may tunnel through it. */
  GENERATED("generated"),
  /** Left out on purpose; not judged, yet nothing may tunnel through it. */
  IGNORED("ignored"),
  /** Nobody told; a finding. */
  UNASSIGNED("unassigned"),
  /** Several were told that contradict each other; a finding. */
  AMBIGUOUS("ambiguous");

  private final String text;

  Role(String text) {
    this.text = text;
  }

  /** The name in layout files and in what is printed. */
  public String text() {
    return text;
  }

  /** Whether it is judged by the rules of the hexagon. */
  public boolean isInside() {
    return isDomain() || this == APPLICATION || isPort();
  }

  /** Whether it is part of the domain, the shared kernel included. */
  public boolean isDomain() {
    return this == DOMAIN || this == SHARED_KERNEL;
  }

  /** Whether it is an adapter of any direction. */
  public boolean isAdapter() {
    return this == ADAPTER || this == DRIVING_ADAPTER || this == DRIVEN_ADAPTER;
  }

  /** Whether it is a port of any direction. */
  public boolean isPort() {
    return this == DRIVING_PORT || this == DRIVEN_PORT;
  }
}
