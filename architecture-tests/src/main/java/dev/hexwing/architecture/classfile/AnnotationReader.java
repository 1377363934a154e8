package dev.hexwing.architecture.classfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Type;

/** Reads one annotation, and counts what it refers to. */
final class AnnotationReader extends AnnotationVisitor {

  private final References references;
  private final String type;
  private final Consumer<AnnotationInfo> done;
  private final Map<String, List<String>> texts = new LinkedHashMap<>();
  private final String prefix;

  AnnotationReader(References references, String type, Consumer<AnnotationInfo> done) {
    this(references, type, "", done);
  }

  private AnnotationReader(
      References references, String type, String prefix, Consumer<AnnotationInfo> done) {
    super(ClassFileReader.ASM);
    this.references = references;
    this.type = type;
    this.prefix = prefix;
    this.done = done;
  }

  @Override
  public void visit(@Nullable String name, Object value) {
    if (value instanceof Type found) {
      references.addDescriptor(found.getDescriptor(), Reference.ANNOTATED, 0);
    } else if (value instanceof String text) {
      String key = name == null ? prefix : name;
      texts.computeIfAbsent(key, one -> new ArrayList<>()).add(text);
    }
  }

  @Override
  public void visitEnum(@Nullable String name, String descriptor, String value) {
    references.addDescriptor(descriptor, Reference.ANNOTATED, 0);
  }

  @Override
  public AnnotationVisitor visitAnnotation(@Nullable String name, String descriptor) {
    references.addDescriptor(descriptor, Reference.ANNOTATED, 0);
    return new AnnotationReader(references, "", "", ignored -> {});
  }

  @Override
  public AnnotationVisitor visitArray(@Nullable String name) {
    String key = name == null ? prefix : name;
    return new AnnotationReader(
        references,
        "",
        key,
        array ->
            texts
                .computeIfAbsent(key, one -> new ArrayList<>())
                .addAll(array.texts().getOrDefault(key, List.of())));
  }

  @Override
  public void visitEnd() {
    done.accept(new AnnotationInfo(type, Map.copyOf(texts)));
  }
}
