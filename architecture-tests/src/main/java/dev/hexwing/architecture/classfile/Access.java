package dev.hexwing.architecture.classfile;

/**
 * A use of a member: a call, a read or write, a method reference.
 *
 * @param owner the class it is asked of
 * @param name the member, {@code <init>} for a constructor
 * @param parameters the parameters' full type names, with commas between; empty for fields
 * @param toSuper whether it is a constructor's call to that of its superclass
 * @param count how often
 * @param line the first one; 1 if unknown
 */
public record Access(
    String owner, String name, String parameters, boolean toSuper, int count, int line) {

  /** The member in words. */
  public String text() {
    return owner + "." + name;
  }
}
