package dev.hexwing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.architecture.RoleAssignment.Source;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The role of a class")
class RolesToldTest {

  private static final String JAVA =
      """
      @org.jmolecules.architecture.hexagonal.SecondaryAdapter
      package com.shop.edge;
      package com.shop.edge.deep;
      public class Table {}
      package com.shop.edge.deep;
      @org.jmolecules.architecture.hexagonal.PrimaryPort
      public interface Port {}
      package com.shop.core;
      public class Outer { public static class Inner {} Object go() { return new Object() {}; } }
      package com.shop.core;
      @org.jmolecules.ddd.annotation.AggregateRoot
      public class Root {}
      package com.shop.made;
      @com.shop.made.Generated
      public class Written {}
      package com.shop.made;
      @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.CLASS)
      public @interface Generated {}
      package com.shop.use;
      @org.jmolecules.architecture.hexagonal.PrimaryPort
      public @interface UseCase {}
      package com.shop.use;
      @UseCase
      public interface PlaceOrder { void place(); }
      package com.shop.use;
      @org.jmolecules.ddd.annotation.ValueObject
      public @interface Figure {}
      package com.shop.use;
      @Figure
      public record Amount(long of) {}
      package com.shop.rest;
      @Deprecated
      public class Thing extends com.shop.core.Outer {}
      """;

  private static RoleAssignment told(String roles, String name) {
    Layout layout = Layout.parse("root: com.shop\nroles: " + roles + "\n", "architecture.yaml");
    return Architecture.judge(Compiled.contents(Compiled.of(JAVA)), layout)
        .roles()
        .of(name)
        .orElseThrow();
  }

  @Nested
  class told_by_jmolecules {

    @Test
    void reaches_from_a_package_to_those_below_it() {
      RoleAssignment table = told("{domain: com.shop.core..}", "com.shop.edge.deep.Table");

      assertThat(table.role()).isEqualTo(Role.DRIVEN_ADAPTER);
      assertThat(table.evidence())
          .extracting(RoleAssignment.Evidence::source)
          .containsExactly(Source.ANNOTATION);
    }

    @Test
    void counts_for_more_on_the_class_than_on_its_package() {
      assertThat(told("{domain: com.shop.core..}", "com.shop.edge.deep.Port").role())
          .isEqualTo(Role.DRIVING_PORT);
    }

    @Test
    void may_stand_on_an_annotation_of_the_teams_own() {
      RoleAssignment port = told("{test: com.shop.none..}", "com.shop.use.PlaceOrder");

      assertThat(port.role()).isEqualTo(Role.DRIVING_PORT);
      assertThat(port.evidence())
          .extracting(RoleAssignment.Evidence::text)
          .containsExactly("@UseCase, which is annotated with @PrimaryPort");
      assertThat(told("{test: com.shop.none..}", "com.shop.use.Amount").is(Block.VALUE_OBJECT))
          .isTrue();
      assertThat(told("{test: com.shop.none..}", "com.shop.use.Figure").blocks()).isEmpty();
    }

    @Test
    void follows_from_what_a_class_is_for_the_domain() {
      assertThat(told("{test: com.shop.none..}", "com.shop.core.Root").role())
          .isEqualTo(Role.DOMAIN);
    }
  }

  @Nested
  class told_by_the_layout {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "{domain: com.shop.rest}",
          "{domain: {packages: 'com.shop.r*'}}",
          "{domain: {types: com.shop.rest.Thing}}",
          "{domain: {names: 'Th*g'}}",
          "{domain: {annotations: java.lang.Deprecated}}",
          "{domain: {extends: com.shop.core.Outer}}"
        })
    void is_by_whatever_names_classes(String roles) {
      assertThat(told(roles, "com.shop.rest.Thing").role()).isEqualTo(Role.DOMAIN);
      assertThat(told(roles, "com.shop.core.Outer").role()).isEqualTo(Role.UNASSIGNED);
    }

    @Test
    void is_that_of_the_more_precise_entry() {
      String roles = "{domain: com.shop.., test: com.shop.rest..}";
      assertThat(told(roles, "com.shop.rest.Thing").role()).isEqualTo(Role.TEST);
      assertThat(told(roles, "com.shop.core.Outer").role()).isEqualTo(Role.DOMAIN);
    }
  }

  @Nested
  class told_by_nobody {

    @Test
    void is_none_and_never_guessed() {
      RoleAssignment thing = told("{domain: com.shop.core..}", "com.shop.rest.Thing");

      assertThat(thing.role()).isEqualTo(Role.UNASSIGNED);
      assertThat(thing.evidence()).isEmpty();
    }
  }

  @Nested
  class of_what_a_tool_wrote {

    @Test
    void is_generated_whatever_the_annotations_package() {
      assertThat(told("{domain: com.shop.core..}", "com.shop.made.Written").role())
          .isEqualTo(Role.GENERATED);
    }
  }

  @Nested
  class within_another {

    @Test
    void is_that_of_the_other() {
      assertThat(told("{domain: com.shop.core..}", "com.shop.core.Outer$Inner").role())
          .isEqualTo(Role.DOMAIN);
    }
  }
}
