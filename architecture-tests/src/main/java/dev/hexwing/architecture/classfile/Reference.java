package dev.hexwing.architecture.classfile;

/**
 * That a class refers to another.
 *
 * @param target the full name of the other, never an array or a primitive
 * @param kinds how, as flags
 * @param count how many facts of the class file say so
 * @param line the first of them; 1 if unknown
 */
public record Reference(String target, int kinds, int count, int line) {

  /** Extends or implements it. */
  public static final int INHERITS = 1;

  /** Is annotated with it. */
  public static final int ANNOTATED = 2;

  /** Has a field that names it. */
  public static final int FIELD = 4;

  /** Names it in the signature of a method or of itself. */
  public static final int SIGNATURE = 8;

  /** Uses it in code. */
  public static final int CODE = 16;

  /** Whether one of the flags is set. */
  public boolean is(int kind) {
    return (kinds & kind) != 0;
  }

  /** What it does to the other, in words. */
  public String verb() {
    if (is(INHERITS)) {
      return "inherits from";
    }
    if (is(ANNOTATED)) {
      return "is annotated with";
    }
    if (is(FIELD)) {
      return "holds";
    }
    return is(SIGNATURE) ? "names in a signature" : "uses";
  }
}
