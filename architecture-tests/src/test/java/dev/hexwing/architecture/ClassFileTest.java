package dev.hexwing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.architecture.classfile.ClassFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Class files")
class ClassFileTest {

  private static final String OLD =
      """
      package com.example.domain.ordering;
      public class Order { private final java.util.List<java.util.Map<String, com.example.rest.Front[]>> fronts = null; Object go() { return fronts; } }
      package com.example.rest;
      public class Front {}
      """;

  @TempDir private Path folder = Path.of("");

  private void write(Map<String, byte[]> classes) throws IOException {
    for (Map.Entry<String, byte[]> one : classes.entrySet()) {
      Path file = folder.resolve(one.getKey().replace('.', '/') + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, one.getValue());
    }
  }

  private Report check() {
    return Architecture.check(List.of(folder), RuleExamplesTest.LAYOUT);
  }

  @Nested
  class of_every_release {

    @ParameterizedTest
    @ValueSource(strings = {"8", "11", "17", "21", "25"})
    void are_read_alike(String release) throws IOException {
      write(Compiled.of(OLD, "--release", release));

      assertThat(check().findings())
          .filteredOn(one -> one.rule().equals("HEX-02"))
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.origin()).isEqualTo("com.example.domain.ordering.Order");
                assertThat(one.target()).isEqualTo("com.example.rest.Front");
                assertThat(one.place())
                    .isEqualTo(new SourcePlace("com/example/domain/ordering/Order.java", 2));
              });
    }

    @Test
    void one_that_is_too_new_is_named_and_skipped() throws IOException {
      Map<String, byte[]> classes = Compiled.of(OLD);
      byte[] future = classes.getOrDefault("com.example.rest.Front", new byte[0]);
      future[6] = 0x01;
      write(classes);

      assertThat(check().unreadable())
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.file()).endsWith("Front.class");
                assertThat(one.why()).contains("too new");
              });
    }
  }

  @Nested
  class that_are_broken {

    @Test
    void are_named_and_skipped_and_the_rest_is_judged() throws IOException {
      Map<String, byte[]> classes = Compiled.of(OLD);
      write(classes);
      byte[] order = classes.getOrDefault("com.example.domain.ordering.Order", new byte[0]);
      Files.write(folder.resolve("Cut.class"), Arrays.copyOf(order, 60));
      Files.write(folder.resolve("Text.class"), new byte[] {'h', 'e', 'l', 'l', 'o'});
      Files.write(folder.resolve("Elsewhere.class"), order);

      Report report = check();

      assertThat(report.unreadable()).hasSize(3);
      assertThat(report.findings()).extracting(Finding::rule).contains("HEX-02");
    }

    @Test
    void any_damage_is_survived() throws IOException {
      byte[] whole =
          Compiled.of(OLD).getOrDefault("com.example.domain.ordering.Order", new byte[0]);
      for (int at = 8; at < whole.length; at += 3) {
        byte[] damaged = whole.clone();
        damaged[at] = (byte) (damaged[at] ^ 0x5A);
        ClassFiles.Contents contents = ClassFiles.readAll(List.of(damaged));
        assertThat(contents.classes().size() + contents.skipped().size()).isEqualTo(1);
        // Whatever was read must not break the rules either.
        assertThat(Architecture.judge(contents, RuleExamplesTest.LAYOUT)).isNotNull();
      }
    }
  }

  @Nested
  class in_jars {

    @Test
    void are_read_like_those_in_folders() throws IOException {
      Path jar = folder.resolve("app.jar");
      try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
        for (Map.Entry<String, byte[]> one : Compiled.of(OLD).entrySet()) {
          out.putNextEntry(new JarEntry(one.getKey().replace('.', '/') + ".class"));
          out.write(one.getValue());
        }
      }

      assertThat(Architecture.check(List.of(jar), RuleExamplesTest.LAYOUT).findings())
          .extracting(Finding::rule)
          .contains("HEX-02");
    }
  }

  @Nested
  class without_what_they_depend_on {

    @Test
    void are_judged_all_the_same() {
      Map<String, byte[]> classes =
          Compiled.of(
              """
              package com.example.domain.ordering;
              public class Order extends com.acme.Base { void go() throws com.acme.Gone { new com.acme.Thing(this).run(); } }
              package com.acme;
              public class Base {}
              package com.acme;
              public class Gone extends Exception {}
              package com.acme;
              public class Thing { public Thing(Object of) {} public void run() throws Gone {} }
              """);
      byte[] order = classes.getOrDefault("com.example.domain.ordering.Order", new byte[0]);

      Report report =
          Architecture.judge(ClassFiles.readAll(List.of(order)), RuleExamplesTest.LAYOUT);

      assertThat(report.findings())
          .filteredOn(one -> one.rule().equals("PUR-08"))
          .extracting(Finding::target)
          .containsExactly("com.acme.Base", "com.acme.Gone", "com.acme.Thing");
    }
  }
}
