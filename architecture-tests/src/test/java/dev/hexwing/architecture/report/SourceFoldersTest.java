package dev.hexwing.architecture.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.architecture.SourcePlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Source folders")
class SourceFoldersTest {

  private static final SourcePlace ORDER = new SourcePlace("shop/Order.java", 3);

  @TempDir private Path repository = Path.of("");

  @BeforeEach
  void a_module_with_a_source() throws IOException {
    Files.createDirectories(repository.resolve(".git"));
    Path folder = repository.resolve("orders/src/main/java/shop");
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("Order.java"), "package shop;");
  }

  @Nested
  class find_a_source {

    @Test
    void beside_what_maven_compiled() {
      Path classes = repository.resolve("orders/target/classes");
      assertThat(SourceFolders.beside(repository, List.of(classes)).pathOf(ORDER))
          .isEqualTo("orders/src/main/java/shop/Order.java");
    }

    @Test
    void beside_what_gradle_compiled() {
      Path classes = repository.resolve("orders/build/classes/java/main");
      assertThat(SourceFolders.beside(repository, List.of(classes)).pathOf(ORDER))
          .isEqualTo("orders/src/main/java/shop/Order.java");
    }

    @Test
    void in_a_folder_that_was_named() {
      Path folder = repository.resolve("orders/src/main/java");
      assertThat(SourceFolders.of(repository, List.of(folder)).pathOf(ORDER))
          .isEqualTo("orders/src/main/java/shop/Order.java");
    }
  }

  @Nested
  class keep_the_path_of_the_class_file {

    @Test
    void if_there_is_no_such_source() {
      assertThat(SourceFolders.of(repository, List.of(repository)).pathOf(ORDER))
          .isEqualTo("shop/Order.java");
    }
  }

  @Nested
  class know_how_wide_a_line_is {

    @Test
    void if_the_source_is_there() {
      Path folder = repository.resolve("orders/src/main/java");
      SourceFolders sources = SourceFolders.of(repository, List.of(folder));
      assertThat(sources.widthOf(new SourcePlace("shop/Order.java", 1))).isEqualTo(13);
      assertThat(sources.widthOf(ORDER)).isZero();
      assertThat(sources.widthOf(new SourcePlace("shop/Gone.java", 1))).isZero();
    }
  }

  @Nested
  class find_what_is_no_source {

    @Test
    void from_where_the_program_runs() {
      Path here = Path.of("").toAbsolutePath();
      SourceFolders sources = SourceFolders.of(here.resolve(".."), List.of());
      assertThat(sources.pathOf(new SourcePlace("architecture.yaml", 4)))
          .isEqualTo(here.getFileName() + "/architecture.yaml");
    }
  }

  @Nested
  class know_the_repository {

    @Test
    void around_a_folder() {
      assertThat(SourceFolders.repositoryAround(repository.resolve("orders/src")))
          .isEqualTo(repository.toAbsolutePath().normalize());
    }
  }
}
