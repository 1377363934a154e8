package dev.hexwing.architecture.classfile;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;

/**
 * One class, with what its anonymous and local classes do.
 *
 * <p>Immutable and safe for use by any number of threads.
 *
 * @param name the full name, {@code com.example.Order$Line} for a nested one
 * @param access its flags, those of a nested class as its declaration has them
 * @param superclass its full name; empty for an interface's and for Object
 * @param interfaces the full names
 * @param supertypes the superclass and interfaces with their type arguments
 * @param enclosing the class it is declared in; empty if none
 * @param nameless whether it is anonymous or local, or made by the compiler
 * @param permitted the classes that a sealed class permits
 * @param annotations its annotations
 * @param fields its fields
 * @param methods its methods and constructors
 * @param references what it refers to, itself left out
 * @param accesses which members it uses
 * @param sourceFile the name of its source file; a good guess if the class file has none
 * @param line the first line of its code; 1 if it has none
 * @param container the folder or jar it came from
 */
public record ClassInfo(
    String name,
    int access,
    String superclass,
    List<String> interfaces,
    List<TypeShape> supertypes,
    String enclosing,
    boolean nameless,
    List<String> permitted,
    List<AnnotationInfo> annotations,
    List<FieldInfo> fields,
    List<MethodInfo> methods,
    List<Reference> references,
    List<Access> accesses,
    String sourceFile,
    int line,
    String container) {

  /** The package it is in. */
  public String packageName() {
    return Names.packageOf(name);
  }

  /** The name without package and without the classes around it. */
  public String simpleName() {
    return Names.simpleNameOf(name);
  }

  /** Whether it describes a package. */
  public boolean isPackageInfo() {
    return name.endsWith("package-info");
  }

  /** Whether it is an interface, annotations included. */
  public boolean isInterface() {
    return has(Opcodes.ACC_INTERFACE);
  }

  /** Whether it is an annotation. */
  public boolean isAnnotation() {
    return has(Opcodes.ACC_ANNOTATION);
  }

  /** Whether it is an enum. */
  public boolean isEnum() {
    return has(Opcodes.ACC_ENUM);
  }

  /** Whether it is a record. */
  public boolean isRecord() {
    return superclass.equals("java.lang.Record");
  }

  /** Whether it is sealed. */
  public boolean isSealed() {
    return !permitted.isEmpty();
  }

  /** Whether a flag is set. */
  public boolean has(int flag) {
    return (access & flag) != 0;
  }

  /** Whether an annotation of such a name is on it. */
  public boolean isAnnotatedWith(Predicate<String> type) {
    return annotations.stream().anyMatch(one -> type.test(one.type()));
  }

  /** The fields that make an object's state. */
  public Stream<FieldInfo> state() {
    return fields.stream().filter(FieldInfo::isState);
  }

  /** The methods, without constructors and what the compiler made. */
  public Stream<MethodInfo> ownMethods() {
    return methods.stream()
        .filter(method -> !method.isSynthetic() && !method.name().startsWith("<"));
  }

  /** The constructors. */
  public Stream<MethodInfo> constructors() {
    return methods.stream().filter(MethodInfo::isConstructor);
  }

  /** The source file below its source folder. */
  public String sourcePath() {
    String packageName = packageName();
    return packageName.isEmpty() ? sourceFile : packageName.replace('.', '/') + "/" + sourceFile;
  }
}
