package dev.hexwing.architecture.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("architecture-tests/run")
class RunScriptTest {

  private static final long PATIENCE_MINUTES = 3;

  @TempDir private Path folder = Path.of("");
  private Path jar = Path.of("");

  @BeforeEach
  void the_program_as_this_test_sees_it() throws IOException {
    String[] entries = System.getProperty("java.class.path").split(File.pathSeparator);
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, ArchitectureProgram.class.getName());
    attributes.put(
        Attributes.Name.CLASS_PATH,
        Arrays.stream(entries)
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" ")));
    jar = folder.resolve("program.jar");
    try (OutputStream stream = Files.newOutputStream(jar);
        JarOutputStream written = new JarOutputStream(stream, manifest)) {
      written.finish();
    }
  }

  private Ran run(String... arguments) throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    List<String> command = new ArrayList<>(List.of(Path.of("run").toAbsolutePath().toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("ARCHITECTURE_RULES_JAR", jar.toString());
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IllegalStateException("the program did not end");
    }
    return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  @Test
  void checks_explains_and_tells_what_was_wrong_with_the_question() throws Exception {
    Shop broken = Shop.broken(folder.resolve("shop"));
    Ran checked = run(broken.arguments("check"));
    assertThat(checked.out()).contains("HEX-02  error  1 finding");
    assertThat(checked.err()).isEmpty();
    assertThat(checked.code()).isOne();

    assertThat(run("explain", "HEX-02").code()).isZero();

    Ran refused = run("check", "--classes", "missing");
    assertThat(refused.err())
        .isEqualTo("architecture-rules: --classes: there is no folder or jar missing\n");
    assertThat(refused.code()).isEqualTo(2);
  }
}
