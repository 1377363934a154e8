package dev.hexwing.architecture.classfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;

/** Reads one class file. */
final class ClassFileReader extends ClassVisitor {

  // The compiler writes it where a lambda can be serialised; nobody has written what it uses.
  private static final String READS_LAMBDAS = "$deserializeLambda$";

  static final int ASM = Opcodes.ASM9;

  private final Names names;
  private final String container;
  private final List<AnnotationInfo> annotations = new ArrayList<>();
  private final List<FieldInfo> fields = new ArrayList<>();
  private final List<MethodInfo> methods = new ArrayList<>();
  private final List<String> permitted = new ArrayList<>();
  private final SignatureParser parser;
  private References references;
  private String internalName = "";
  private String superName = "";
  private int access;
  private List<String> interfaces = List.of();
  private List<TypeShape> supertypes = List.of();
  private String enclosing = "";
  private boolean nameless;
  private String sourceFile = "";

  private ClassFileReader(Names names, String container) {
    super(ASM);
    this.names = names;
    this.container = container;
    this.parser = new SignatureParser(names);
    this.references = new References("", names);
  }

  /**
   * Reads a class file.
   *
   * @throws RuntimeException of any kind if it is broken or too new
   */
  static ClassInfo read(byte[] bytes, String container, Names names) {
    ClassFileReader reader = new ClassFileReader(names, container);
    new ClassReader(bytes).accept(reader, ClassReader.SKIP_FRAMES);
    return reader.result();
  }

  @Override
  public void visit(
      int version,
      int flags,
      String name,
      @Nullable String signature,
      @Nullable String superclass,
      String @Nullable [] faces) {
    internalName = name;
    access = flags;
    references = new References(names.of(name), names);
    boolean plain = superclass == null || superclass.equals("java/lang/Object");
    boolean isInterface = (flags & Opcodes.ACC_INTERFACE) != 0;
    superName = superclass == null || isInterface ? "" : superclass;
    if (superclass != null && !plain) {
      references.add(superclass, Reference.INHERITS, 0);
    }
    List<String> found = new ArrayList<>();
    for (String face : faces == null ? new String[0] : faces) {
      found.add(names.of(face));
      references.add(face, Reference.INHERITS, 0);
    }
    interfaces = List.copyOf(found);
    if (signature != null) {
      references.addSignature(signature, Reference.SIGNATURE, 0);
      supertypes = parser.supertypes(signature);
    }
  }

  @Override
  public void visitSource(@Nullable String source, @Nullable String debug) {
    sourceFile = source == null ? "" : source;
  }

  @Override
  public void visitOuterClass(String owner, @Nullable String name, @Nullable String descriptor) {
    enclosing = names.of(owner);
    nameless = true;
  }

  @Override
  public void visitInnerClass(
      String name, @Nullable String outerName, @Nullable String innerName, int flags) {
    if (!name.equals(internalName)) {
      return;
    }
    access = (access & ~(Opcodes.ACC_PUBLIC | Opcodes.ACC_PRIVATE)) | flags;
    if (outerName != null && innerName != null) {
      enclosing = names.of(outerName);
    } else {
      nameless = true;
      int end = name.lastIndexOf('$');
      if (enclosing.isEmpty() && end > 0) {
        enclosing = names.of(name.substring(0, end));
      }
    }
  }

  @Override
  public void visitPermittedSubclass(String name) {
    permitted.add(names.of(name));
  }

  @Override
  public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
    references.addDescriptor(descriptor, Reference.ANNOTATED, 0);
    return new AnnotationReader(
        references, Type.getType(descriptor).getClassName(), annotations::add);
  }

  @Override
  public AnnotationVisitor visitTypeAnnotation(
      int typeRef, TypePath path, String descriptor, boolean visible) {
    return silently(descriptor);
  }

  private AnnotationVisitor silently(String descriptor) {
    references.addDescriptor(descriptor, Reference.ANNOTATED, 0);
    return new AnnotationReader(references, "", ignored -> {});
  }

  @Override
  public FieldVisitor visitField(
      int flags,
      String name,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    references.addDescriptor(descriptor, Reference.FIELD, 0);
    if (signature != null) {
      references.addSignature(signature, Reference.FIELD, 0);
    }
    TypeShape type = parser.forMember().type(signature == null ? descriptor : signature);
    List<AnnotationInfo> found = new ArrayList<>();
    fields.add(new FieldInfo(name, flags, type, found));
    return new FieldVisitor(ASM) {
      @Override
      public AnnotationVisitor visitAnnotation(String one, boolean visible) {
        references.addDescriptor(one, Reference.ANNOTATED, 0);
        return new AnnotationReader(references, Type.getType(one).getClassName(), found::add);
      }

      @Override
      public AnnotationVisitor visitTypeAnnotation(
          int typeRef, TypePath path, String one, boolean visible) {
        return silently(one);
      }
    };
  }

  @Override
  public RecordComponentVisitor visitRecordComponent(
      String name, String descriptor, @Nullable String signature) {
    return new RecordComponentVisitor(ASM) {
      @Override
      public AnnotationVisitor visitAnnotation(String one, boolean visible) {
        references.addDescriptor(one, Reference.ANNOTATED, 0);
        return new AnnotationReader(
            references,
            Type.getType(one).getClassName(),
            info ->
                fields.stream()
                    .filter(field -> field.name().equals(name))
                    .forEach(field -> field.annotations().add(info)));
      }
    };
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int flags,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    boolean synthetic = (flags & Opcodes.ACC_SYNTHETIC) != 0;
    if ((flags & Opcodes.ACC_BRIDGE) != 0 || (synthetic && name.equals(READS_LAMBDAS))) {
      return null;
    }
    references.addDescriptor(descriptor, Reference.SIGNATURE, 0);
    for (String exception : exceptions == null ? new String[0] : exceptions) {
      references.add(exception, Reference.SIGNATURE, 0);
    }
    if (signature != null) {
      references.addSignature(signature, Reference.SIGNATURE, 0);
    }
    List<TypeShape> types = parser.forMember().method(signature == null ? descriptor : signature);
    int last = types.size() - 1;
    MethodInfo head =
        new MethodInfo(
            name,
            flags,
            List.copyOf(types.subList(0, last)),
            types.get(last),
            List.of(),
            0,
            Map.of(),
            List.of(),
            false,
            0,
            0);
    return new MethodReader(references, internalName, superName, head, descriptor, methods::add);
  }

  private ClassInfo result() {
    int line = methods.stream().mapToInt(MethodInfo::line).filter(one -> one > 0).min().orElse(1);
    return new ClassInfo(
        names.of(internalName),
        access,
        superName.isEmpty() ? "" : names.of(superName),
        interfaces,
        supertypes,
        enclosing,
        nameless,
        List.copyOf(permitted),
        List.copyOf(annotations),
        List.copyOf(fields),
        List.copyOf(methods),
        references.references(),
        references.accesses(),
        sourceFile.isEmpty() ? guessedSourceFile() : sourceFile,
        line,
        container);
  }

  private String guessedSourceFile() {
    String name = internalName.substring(internalName.lastIndexOf('/') + 1);
    int end = name.indexOf('$');
    return (end > 0 ? name.substring(0, end) : name) + ".java";
  }
}
