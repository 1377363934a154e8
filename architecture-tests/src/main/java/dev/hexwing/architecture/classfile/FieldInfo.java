package dev.hexwing.architecture.classfile;

import java.util.List;
import org.objectweb.asm.Opcodes;

/**
 * A field.
 *
 * @param name its name
 * @param access its flags
 * @param type its type, with type arguments where the class file has them
 * @param annotations its annotations, those of its record component included
 */
public record FieldInfo(String name, int access, TypeShape type, List<AnnotationInfo> annotations) {

  /** Whether it is part of an object's state: neither static nor made by the compiler. */
  public boolean isState() {
    return (access & (Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC)) == 0;
  }

  /** Whether it is final. */
  public boolean isFinal() {
    return (access & Opcodes.ACC_FINAL) != 0;
  }

  /** Whether it is private. */
  public boolean isPrivate() {
    return (access & Opcodes.ACC_PRIVATE) != 0;
  }

  /** Whether it is a cache that is no part of what the object means. */
  public boolean isTransient() {
    return (access & Opcodes.ACC_TRANSIENT) != 0;
  }
}
