package dev.hexwing.architecture;

import dev.hexwing.architecture.classfile.ClassFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles Java that stands in texts; one text holds any number of files. */
final class Compiled {

  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|interface|record|enum)\\s+(\\w+)");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+([\\w.]+);");

  /** What other people's libraries are called, as far as examples name them. */
  static final String LIBRARIES =
      """
      package org.springframework.stereotype;
      @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
      public @interface Component {}
      package org.springframework.beans.factory.annotation;
      @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
      public @interface Autowired {}
      package org.springframework.beans.factory.annotation;
      @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
      public @interface Value {}
      package lombok;
      @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.CLASS)
      public @interface Generated {}
      """;

  private Compiled() {}

  /** Class files by full name of the class. */
  static Map<String, byte[]> of(String text, String... options) {
    return of(text, Map.of(), options);
  }

  /** The same, with classes that were compiled before on the class path. */
  static Map<String, byte[]> of(String text, Map<String, byte[]> before, String... options) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (Memory memory = new Memory(compiler.getStandardFileManager(null, null, null), before)) {
      List<String> all = new ArrayList<>(List.of("-proc:none", "-nowarn", "-Xlint:none"));
      all.addAll(List.of(options));
      boolean done = compiler.getTask(messages, memory, null, all, null, files(text)).call();
      if (!done) {
        throw new IllegalArgumentException(messages + "\n" + text);
      }
      return memory.results();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ClassFiles.Contents contents(Map<String, byte[]> classes) {
    return ClassFiles.readAll(List.copyOf(classes.values()));
  }

  static List<JavaFileObject> files(String text) {
    List<JavaFileObject> files = new ArrayList<>();
    for (String unit : text.split("(?m)^(?=package |@[^\n]+\npackage )(?<!^@[^\n]{1,200}\n)", -1)) {
      if (unit.isBlank() || !PACKAGE.matcher(unit).find()) {
        continue;
      }
      files.add(file(unit));
    }
    return files;
  }

  private static JavaFileObject file(String unit) {
    Matcher packageName = PACKAGE.matcher(unit);
    Matcher type = TYPE.matcher(unit);
    String folder = packageName.find() ? packageName.group(1).replace('.', '/') : "";
    String name = type.find() ? type.group(1) : "package-info";
    return new SimpleJavaFileObject(
        URI.create("mem:///" + folder + "/" + name + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return unit;
      }
    };
  }

  /** Keeps class files in memory. */
  private static final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, ByteArrayOutputStream> written = new LinkedHashMap<>();
    private final Map<String, byte[]> before;

    Memory(StandardJavaFileManager manager, Map<String, byte[]> before) {
      super(manager);
      this.before = before;
    }

    Map<String, byte[]> results() {
      Map<String, byte[]> results = new LinkedHashMap<>();
      written.forEach((name, bytes) -> results.put(name, bytes.toByteArray()));
      return results;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        JavaFileManager.Location location,
        String className,
        JavaFileObject.Kind kind,
        FileObject sibling) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      written.put(className, bytes);
      return new SimpleJavaFileObject(URI.create("mem:///" + className), kind) {
        @Override
        public OutputStream openOutputStream() {
          return bytes;
        }
      };
    }

    @Override
    public Iterable<JavaFileObject> list(
        JavaFileManager.Location location,
        String packageName,
        Set<JavaFileObject.Kind> kinds,
        boolean recurse)
        throws IOException {
      List<JavaFileObject> found = new ArrayList<>();
      super.list(location, packageName, kinds, recurse).forEach(found::add);
      if (location.getName().equals("CLASS_PATH")) {
        before.forEach(
            (name, bytes) -> {
              int end = name.lastIndexOf('.');
              if (end > 0 && name.substring(0, end).equals(packageName)) {
                found.add(new Known(name, bytes));
              }
            });
      }
      return found;
    }

    @Override
    public String inferBinaryName(JavaFileManager.Location location, JavaFileObject file) {
      return file instanceof Known known ? known.name : super.inferBinaryName(location, file);
    }
  }

  /** A class that was compiled before. */
  private static final class Known extends SimpleJavaFileObject {
    private final String name;
    private final byte[] bytes;

    Known(String name, byte[] bytes) {
      super(URI.create("mem:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
      this.name = name;
      this.bytes = bytes;
    }

    @Override
    public InputStream openInputStream() {
      return new ByteArrayInputStream(bytes);
    }
  }
}
