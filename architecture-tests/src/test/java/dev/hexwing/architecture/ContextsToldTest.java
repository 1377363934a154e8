package dev.hexwing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.architecture.classfile.ClassFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The context of a class")
class ContextsToldTest {

  private static final String ROLES = "root: com.shop\nroles: {domain: com.shop..}\n";
  private static final String PRICE = "com.shop.ordering.pricing.Price";
  private static final String BILL = "com.shop.payments.Bill";

  /** Two packages, one with a package below it; each may be annotated. */
  private static String shop(String ordering, String pricing, String payments) {
    return packageInfo(ordering, "com.shop.ordering")
        + packageInfo(pricing, "com.shop.ordering.pricing")
        + packageInfo(payments, "com.shop.payments")
        + """
        package com.shop.ordering;
        public class Order { public Object go() { return new com.shop.ordering.pricing.Price(); } }
        package com.shop.ordering.pricing;
        public class Price { public Object go() { return new com.shop.payments.Bill(); } }
        package com.shop.payments;
        @Deprecated
        public class Bill { public Object go(Object one) { return one instanceof com.shop.ordering.Order; } }
        """;
  }

  private static String packageInfo(String annotation, String name) {
    return annotation.isEmpty()
        ? ""
        : "@org.jmolecules.ddd.annotation." + annotation + "\npackage " + name + ";\n";
  }

  private static Report check(String contexts, String java) {
    return Architecture.judge(
        Compiled.contents(Compiled.of(java)), Layout.parse(ROLES + contexts, "architecture.yaml"));
  }

  private static String contextOf(Report report, String name) {
    return report.roles().of(name).orElseThrow().context();
  }

  @Nested
  class told_by_an_annotated_package {

    @Test
    void is_that_of_the_packages_below_it_too() {
      Report report = check("", shop("BoundedContext", "", "BoundedContext"));

      assertThat(contextOf(report, PRICE)).isEqualTo("ordering");
      assertThat(contextOf(report, BILL)).isEqualTo("payments");
    }

    @Test
    void is_a_module_where_nobody_tells_of_a_context() {
      Report report = check("", shop("Module", "", "Module"));

      assertThat(contextOf(report, PRICE)).isEqualTo("ordering");
      assertThat(contextOf(report, BILL)).isEqualTo("payments");
      assertThat(report.roles().of(BILL).orElseThrow().evidence())
          .contains(
              new RoleAssignment.Evidence(
                  RoleAssignment.Source.ANNOTATION,
                  "context payments",
                  "@Module on package com.shop.payments"));
    }

    @Test
    void is_the_nearest_of_modules_within_modules() {
      Report report = check("", shop("Module", "Module", "Module"));

      assertThat(contextOf(report, PRICE)).isEqualTo("pricing");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "BoundedContext(\"orders\")                                     | orders",
          "BoundedContext(name = \"orders\", value = \"other\")           | orders",
          "Module(id = \"orders\", name = \"Taking of orders\")           | orders",
          "Module(name = \"orders\", description = \"Takes orders.\")     | orders"
        })
    void has_the_name_that_the_annotation_gives_it(String annotation, String name) {
      assertThat(contextOf(check("", shop(annotation, "", "")), PRICE)).isEqualTo(name);
    }
  }

  @Nested
  class with_modules_within {

    @Test
    void is_not_split_by_them_when_annotated() {
      Report report = check("", shop("BoundedContext", "Module", "BoundedContext"));

      assertThat(contextOf(report, PRICE)).isEqualTo("ordering");
    }

    @Test
    void is_not_split_by_them_when_the_layout_tells_it() {
      Report report = check("contexts: [com.shop]\n", shop("", "Module", "Module(\"cashier\")"));

      assertThat(contextOf(report, PRICE)).isEqualTo("ordering");
      assertThat(contextOf(report, BILL)).isEqualTo("payments");
    }

    @Test
    void is_none_where_the_layout_says_so() {
      Report report = check("no-contexts: [pricing]\n", shop("Module", "Module", "Module"));

      assertThat(contextOf(report, PRICE)).isEqualTo("ordering");
    }
  }

  @Nested
  class of_modules {

    @Test
    void is_held_to_the_rules_of_contexts() {
      assertThat(check("", shop("Module", "", "Module")).findings())
          .extracting(Finding::rule)
          .contains("CTX-01", "CTX-05");
      assertThat(check("", shop("", "", "")).findings())
          .extracting(Finding::rule)
          .doesNotContain("CTX-01", "CTX-05");
    }
  }

  @Nested
  class told_by_the_layout {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "packages: com.shop.payments",
          "types: com.shop.payments.Bill",
          "names: 'B*l'",
          "annotations: java.lang.Deprecated"
        })
    void may_be_by_whatever_names_classes(String matcher) {
      Report report =
          check("contexts: {till: {" + matcher + "}, rest: com.shop}\n", shop("", "", ""));

      assertThat(contextOf(report, BILL)).isEqualTo("till");
      assertThat(contextOf(report, PRICE)).isEqualTo("rest");
    }

    @Test
    void may_be_by_the_folder_or_jar_that_a_class_came_from(@TempDir Path folder)
        throws IOException {
      for (Map.Entry<String, byte[]> one : Compiled.of(shop("", "", "")).entrySet()) {
        String module = one.getKey().contains(".payments.") ? "shop-till" : "shop-desk";
        Path classes = folder.resolve(module).resolve("target/classes");
        Path file = classes.resolve(one.getKey().replace('.', '/') + ".class");
        Files.createDirectories(file.resolveSibling("."));
        Files.write(file, one.getValue());
      }
      List<Path> modules =
          List.of(
              folder.resolve("shop-desk/target/classes"),
              folder.resolve("shop-till/target/classes"));
      Layout layout =
          Layout.parse(
              ROLES + "contexts: {till: {modules: '*/shop-till/*'}, desk: {modules: '*-desk/*'}}\n",
              "architecture.yaml");

      Report report = Architecture.judge(ClassFiles.read(modules, (done, of) -> {}), layout);

      assertThat(contextOf(report, BILL)).isEqualTo("till");
      assertThat(contextOf(report, PRICE)).isEqualTo("desk");
    }

    @Test
    void may_not_be_two_at_once() {
      Report report =
          check("contexts: {till: com.shop.payments, cash: com.shop.payments}\n", shop("", "", ""));

      assertThat(report.findings())
          .filteredOn(one -> one.rule().equals("HEX-15"))
          .extracting(Finding::origin)
          .containsExactly(BILL);
      assertThat(report.findings())
          .filteredOn(one -> one.rule().equals("HEX-15"))
          .extracting(Finding::message)
          .first()
          .asString()
          .startsWith("is told to belong to several contexts: context till by ");
    }

    @Test
    void counts_for_less_than_an_annotated_context() {
      Report report =
          check("contexts: {till: com.shop.payments}\n", shop("", "", "BoundedContext"));

      assertThat(contextOf(report, BILL)).isEqualTo("payments");
    }
  }
}
