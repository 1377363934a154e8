package dev.hexwing.architecture.classfile;

/**
 * Where a value on the stack came from, as far as reading straight through the code tells.
 *
 * @param kind what gave it
 * @param owner the class whose member gave it; empty for others
 * @param name the member, or the collector that a stream was given
 */
public record Value(Kind kind, String owner, String name) {

  /** Nobody knows. */
  public static final Value OTHER = new Value(Kind.OTHER, "", "");

  /** The caller handed it in. */
  public static final Value PARAMETER = new Value(Kind.PARAMETER, "", "");

  /** What gives a value. */
  public enum Kind {
    /** A parameter, kept as it came. */
    PARAMETER,
    /** A field of the own class. */
    FIELD,
    /** The result of a call. */
    CALL,
    /** A new object. */
    NEW,
    /** Something else. */
    OTHER
  }

  /** What two branches give together: the one that is handed around, if any. */
  Value or(Value other) {
    return rank(other.kind) < rank(kind) ? other : this;
  }

  private static int rank(Kind kind) {
    return switch (kind) {
      case PARAMETER -> 0;
      case FIELD -> 1;
      case NEW -> 2;
      case OTHER -> 3;
      case CALL -> 4;
    };
  }
}
