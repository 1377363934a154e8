package dev.hexwing.examples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Class files of a house of any size: six rooms, five fields and ten methods to a class. */
final class GeneratedClasses {

  private static final String[] ROOMS = {
    "domain/ordering",
    "domain/payments",
    "application/ordering",
    "application/payments",
    "rest/in",
    "persistence"
  };

  private GeneratedClasses() {}

  static Path write(Path folder, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      Path file = folder.resolve(name(i) + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, bytes(i, count));
    }
    return folder;
  }

  private static String name(int number) {
    return "bench/" + ROOMS[number % ROOMS.length] + "/C" + number;
  }

  private static byte[] bytes(int number, int count) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL,
        name(number),
        null,
        "java/lang/Object",
        null);
    writer.visitSource("C" + number + ".java", null);
    for (int i = 0; i < 5; i++) {
      writer
          .visitField(
              Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL,
              "field" + i,
              "Ljava/util/Map;",
              "Ljava/util/Map<Ljava/lang/String;L" + other(number, i, count) + ";>;",
              null)
          .visitEnd();
    }
    for (int i = 0; i < 10; i++) {
      String other = other(number, i, count);
      MethodVisitor method =
          writer.visitMethod(
              Opcodes.ACC_PUBLIC, "method" + i, "(L" + other + ";)Ljava/lang/Object;", null, null);
      method.visitCode();
      for (int line = 0; line < 12; line++) {
        Label label = new Label();
        method.visitLabel(label);
        method.visitLineNumber(10 * i + line + 5, label);
        method.visitVarInsn(Opcodes.ALOAD, 1);
        method.visitMethodInsn(
            Opcodes.INVOKEVIRTUAL, other, "method" + line % 10, "(L" + other + ";)V", false);
        method.visitLdcInsn("text " + line);
        method.visitMethodInsn(
            Opcodes.INVOKEVIRTUAL, "java/lang/String", "strip", "()Ljava/lang/String;", false);
        method.visitInsn(Opcodes.POP);
      }
      method.visitInsn(Opcodes.ACONST_NULL);
      method.visitInsn(Opcodes.ARETURN);
      method.visitMaxs(0, 0);
      method.visitEnd();
    }
    writer.visitEnd();
    return writer.toByteArray();
  }

  /** Another class of the same room. */
  private static String other(int number, int step, int count) {
    int next = number + ROOMS.length * (step * 7 + 1);
    return name(next < count ? next : number % ROOMS.length);
  }
}
