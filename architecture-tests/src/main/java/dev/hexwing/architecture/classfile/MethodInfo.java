package dev.hexwing.architecture.classfile;

import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;

/**
 * A method or constructor.
 *
 * @param name its name, {@code <init>} for a constructor
 * @param access its flags
 * @param parameters its parameters' types, with type arguments where the class file has them
 * @param result its result's type
 * @param annotations its annotations
 * @param line the first line of its code, 0 if it has none
 * @param writes which value goes into which field of its own class
 * @param returns which values it gives back, as far as they are known
 * @param callsThis whether it is a constructor that calls another one of its class
 * @param swallowsInterrupt a line where an interrupt is caught and forgotten, 0 if none
 * @param instructions how many instructions its code has
 */
public record MethodInfo(
    String name,
    int access,
    List<TypeShape> parameters,
    TypeShape result,
    List<AnnotationInfo> annotations,
    int line,
    Map<String, Value> writes,
    List<Value> returns,
    boolean callsThis,
    int swallowsInterrupt,
    int instructions) {

  /** Whether it is a constructor. */
  public boolean isConstructor() {
    return name.equals("<init>");
  }

  /** Whether the compiler made it. */
  public boolean isSynthetic() {
    return (access & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE)) != 0;
  }

  /** The same, marked as no method of the class that it stands in. */
  MethodInfo asSynthetic() {
    return new MethodInfo(
        name,
        access | Opcodes.ACC_SYNTHETIC,
        parameters,
        result,
        annotations,
        line,
        writes,
        returns,
        callsThis,
        swallowsInterrupt,
        instructions);
  }

  /** Whether a flag is set. */
  public boolean has(int flag) {
    return (access & flag) != 0;
  }
}
