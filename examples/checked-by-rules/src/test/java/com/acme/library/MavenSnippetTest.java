package com.acme.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The documented Maven snippet")
class MavenSnippetTest {

  private static final Path DOCUMENT = Path.of("../../docs/architecture-rules.md");
  private static final Pattern PLUGIN =
      Pattern.compile(
          "<plugin>\\s*<groupId>org.codehaus.mojo</groupId>.*?</plugin>", Pattern.DOTALL);

  @TempDir private static Path folder = Path.of("");
  private static Path program = Path.of("");

  @BeforeAll
  static void put_the_program_into_one_jar() throws IOException {
    program = ProgramJar.write(folder.resolve("architecture-rules.jar"));
  }

  private static String snippet(Path file) throws IOException {
    Matcher plugin = PLUGIN.matcher(Files.readString(file));
    assertThat(plugin.find()).as("a plugin in " + file).isTrue();
    return plugin.group();
  }

  @Nested
  class is_what_this_build_uses {

    @Test
    void word_for_word() throws IOException {
      assertThat(words(snippet(DOCUMENT))).isEqualTo(words(snippet(Path.of("pom.xml"))));
    }

    private static String words(String xml) {
      return xml.replaceAll("\\s+", " ").replaceAll("> <", "><");
    }
  }

  @Nested
  class without_network {

    @Test
    void lets_a_build_pass_whose_boundaries_hold() throws Exception {
      ChildBuild build = new ChildBuild(folder.resolve("clean"), snippet(DOCUMENT), program);
      build.compile(Path.of("src/main/java"));
      ChildBuild.Result result = build.verify();
      assertThat(result.output()).contains("0 errors");
      assertThat(result.code()).as(result.output()).isZero();
    }

    @Test
    void fails_a_build_whose_domain_knows_an_adapter() throws Exception {
      ChildBuild build = new ChildBuild(folder.resolve("broken"), snippet(DOCUMENT), program);
      build.compile(Path.of("src/main/java"));
      build.compile(Path.of("src/test/resources/broken"));
      ChildBuild.Result result = build.verify();
      assertThat(result.output()).contains("HEX-02").contains("Shelf").contains("BUILD FAILURE");
      assertThat(result.code()).isNotZero();
    }
  }
}
