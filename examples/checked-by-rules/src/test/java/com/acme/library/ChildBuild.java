package com.acme.library;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A build of its own, run by the Maven that runs this one, offline. */
final class ChildBuild {

  private static final long PATIENCE_MINUTES = 5;

  private final Path folder;

  ChildBuild(Path folder, String plugin, Path program) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve("target/classes"));
    Files.copy(Path.of("architecture.yaml"), folder.resolve("architecture.yaml"));
    Files.writeString(folder.resolve("pom.xml"), pom(plugin, program));
  }

  /** The snippet as it stands, but for where the program is taken from: it is not released. */
  private static String pom(String plugin, Path program) {
    String here =
        "<classifier>cli</classifier><scope>system</scope><systemPath>"
            + program.toAbsolutePath()
            + "</systemPath>";
    return """
    <project xmlns="http://maven.apache.org/POM/4.0.0">
      <modelVersion>4.0.0</modelVersion>
      <groupId>com.acme</groupId>
      <artifactId>library</artifactId>
      <version>1</version>
      <packaging>pom</packaging>
      <build><plugins>%s</plugins></build>
    </project>
    """
        .formatted(plugin.replace("<classifier>cli</classifier>", here));
  }

  /** Compiles sources into the folder where Maven has classes. */
  void compile(Path sources) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> found = Files.walk(sources)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString().replaceAll("\\.txt$", "");
        if (!name.equals("package-info.java")) {
          Path copy = folder.resolve("sources").resolve(name);
          Files.createDirectories(copy.resolveSibling("."));
          files.add(Files.copy(file, copy));
        }
      }
    }
    String classes = folder.resolve("target/classes").toString();
    StringWriter messages = new StringWriter();
    var compiler = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        List.of("-g", "--release", "17", "-proc:none", "-cp", classes, "-d", classes);
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      var units = manager.getJavaFileObjectsFromPaths(files);
      if (!compiler.getTask(messages, manager, null, options, null, units).call()) {
        throw new IllegalStateException(messages.toString());
      }
    }
  }

  Result verify() throws IOException, InterruptedException {
    Path log = folder.resolve("log.txt");
    Process maven =
        new ProcessBuilder(
                Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                "--offline",
                "--batch-mode",
                "-Dmaven.repo.local=" + System.getProperty("maven.local"),
                "verify")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!maven.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      maven.destroyForcibly();
      throw new IllegalStateException("Maven did not end: " + Files.readString(log));
    }
    return new Result(maven.exitValue(), Files.readString(log));
  }

  /**
   * How the build went.
   *
   * @param code exit code of Maven
   * @param output all that it printed
   */
  record Result(int code, String output) {}
}
