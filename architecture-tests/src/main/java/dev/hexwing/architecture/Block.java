package dev.hexwing.architecture;

/** What a class is for domain-driven design. A class may have none. */
public enum Block {
  /** The root of an aggregate. */
  AGGREGATE_ROOT("aggregate-root"),
  /** An entity within an aggregate. */
  ENTITY("entity"),
  /** A value. */
  VALUE_OBJECT("value-object"),
  /** Names an aggregate or entity; a value too. */
  IDENTIFIER("identifier"),
  /** Something that happened. */
  DOMAIN_EVENT("domain-event"),
  /** Keeps aggregates. */
  REPOSITORY("repository"),
  /** Makes aggregates. */
  FACTORY("factory"),
  /** A rule of the business that belongs to no single aggregate. */
  DOMAIN_SERVICE("domain-service"),
  /** Turns the words of one context into those of another. */
  TRANSLATOR("translator");

  private final String text;

  Block(String text) {
    this.text = text;
  }

  /** The name in layout files and in what is printed. */
  public String text() {
    return text;
  }
}
