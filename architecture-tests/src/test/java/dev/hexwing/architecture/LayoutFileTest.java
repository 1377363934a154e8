package dev.hexwing.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A layout file")
class LayoutFileTest {

  private static final String CART =
      """
      package com.example.domain.ordering;
      @org.jmolecules.ddd.annotation.AggregateRoot
      public final class Cart { private final Order order = null; private Cart() {} public Object order() { return order; } }
      package com.example.domain.ordering;
      @org.jmolecules.ddd.annotation.AggregateRoot
      public final class Order { private Order() {} }
      package com.example;
      @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.CLASS)
      public @interface SuppressArchitecture { String[] rule(); String reason(); }
      """;

  private static Report check(String yaml, String java) {
    String whole = "preset: hexwing\nroot: com.example\n" + yaml;
    return Architecture.judge(
        Compiled.contents(Compiled.of(java)), Layout.parse(whole, "architecture.yaml"));
  }

  @Nested
  class that_is_wrong {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "preset: hexagon           | architecture.yaml:1: preset: no preset 'hexagon'",
          "preset: onion             | architecture.yaml:1: preset: a preset needs a root",
          "root: a.b;colour: red     | architecture.yaml:2: colour: no such key",
          "roles: {domian: a..}      | architecture.yaml:1: roles.domian: no such role",
          "roles: {domain: {pack: a}} | architecture.yaml:1: roles.domain.pack: no such key",
          "roles: {domain: ..}       | architecture.yaml:1: roles.domain: '..' is no pattern",
          "rules: {HEX-99: on}       | architecture.yaml:1: rules.HEX-99: no such rule",
          "rules: {HEX-01: off}      | architecture.yaml:1: rules.HEX-01: say why",
          "rules: {HEX-01: {off: a, empty: b}} | architecture.yaml:1: rules.HEX-01: is either off",
          "contexts: {a: {pack: b}}  | architecture.yaml:1: contexts.a.pack: no such key",
          "suppress: [{rule: HEX-01, origin: a}] | architecture.yaml:1: suppress[0]: needs a"
              + " reason",
          "adapters: [rest]          | architecture.yaml:1: adapters: is known to the preset",
          "root: a;root: b           | architecture.yaml:2: root: stands here twice",
          "root: [a                  | is no YAML"
        })
    void says_file_and_line_and_key(String yaml, String message) {
      assertThatThrownBy(() -> Layout.parse(yaml.replace(';', '\n'), "architecture.yaml"))
          .isInstanceOf(LayoutMistake.class)
          .hasMessageContaining(message);
    }

    @Test
    void says_so_when_it_is_empty() {
      assertThatThrownBy(() -> Layout.parse("", "architecture.yaml"))
          .isInstanceOf(LayoutMistake.class)
          .hasMessageContaining("empty");
    }
  }

  @Nested
  class accepts_findings {

    @Test
    void with_a_reason_and_tells_of_it() {
      Report report =
          check(
              "suppress: [{rule: DDD-01, origin: com.example.domain.ordering.Cart, reason: old}]",
              CART);

      assertThat(report.findings()).extracting(Finding::rule).doesNotContain("DDD-01");
      assertThat(report.suppressed())
          .singleElement()
          .satisfies(one -> assertThat(one.reason()).isEqualTo("old"));
    }

    @Test
    void as_annotations_in_the_source_do_whatever_their_package() {
      String java =
          CART.replace(
              "public final class Cart",
              "@com.example.SuppressArchitecture(rule = \"DDD-01\", reason = \"old\")\n"
                  + "public final class Cart");

      assertThat(check("", java).suppressed()).hasSize(1);
    }

    @Test
    void and_reports_those_that_accept_nothing_or_give_no_reason() {
      String java =
          CART.replace(
              "public final class Order",
              "@com.example.SuppressArchitecture(rule = {\"DDD-02\", \"DDD-05\"}, reason = \" \")\n"
                  + "public final class Order");
      Report report =
          check("suppress: [{rule: HEX-01, origin: com.example.Gone, reason: old}]", java);

      assertThat(report.unusedSuppressions())
          .containsExactly(new Report.UnusedSuppression("HEX-01", "architecture.yaml:3"));
      assertThat(report.findings())
          .extracting(Finding::rule)
          .contains("RUL-05", "RUL-04", "DDD-01");
    }
  }

  @Nested
  class says_that_a_rule_is_empty {

    @Test
    void so_that_it_may_be_and_stays_on() {
      Report report = check("rules: {DDD-17: {empty: no entities yet}}", CART);

      assertThat(report.tallyOf("DDD-17")).hasValueSatisfying(RuleTally::isVacuous);
      assertThat(report.findings()).extracting(Finding::target).doesNotContain("DDD-17");
      assertThat(check("", CART).findings())
          .filteredOn(one -> one.rule().equals("RUL-01"))
          .extracting(Finding::target)
          .contains("DDD-17");
    }

    @Test
    void and_is_told_when_it_is_not_any_more() {
      Report report = check("rules: {DDD-01: {empty: no aggregates yet, severity: warning}}", CART);

      assertThat(report.findings())
          .extracting(Finding::rule, Finding::target)
          .contains(tuple("RUL-06", "DDD-01"))
          .contains(tuple("DDD-01", "com.example.domain.ordering.Order"));
    }

    @Test
    void as_an_arch_rule_too() {
      Layout told =
          Layout.parse(
              "preset: hexwing\nroot: com.example\nrules: {DDD-17: {empty: no entities yet}}\n",
              "architecture.yaml");
      JavaClasses nothing = new ClassFileImporter().importPackages("com.example.nothing");

      assertThatCode(() -> RuleBook.of(told).rule("DDD-17").check(nothing))
          .doesNotThrowAnyException();
      assertThatThrownBy(() -> RuleBook.of(told).rule("DDD-01").check(nothing))
          .isInstanceOf(AssertionError.class);
    }
  }

  @Nested
  class is_kept_in_order {

    @Test
    void an_allowance_that_nothing_uses_is_told() {
      Report report = check("allow: {domain: [com.acme.., java.sql]}", CART);

      assertThat(report.deadAllowances())
          .extracting(Report.DeadAllowance::pattern)
          .containsExactly("com.acme..", "java.sql");
      assertThat(report.findings())
          .filteredOn(one -> one.rule().equals("RUL-03"))
          .extracting(Finding::place)
          .containsOnly(new SourcePlace("architecture.yaml", 3));
    }

    @Test
    void a_rule_may_be_milder_or_off_for_a_reason() {
      Report report = check("rules: {DDD-01: warning, DDD-04: {off: later}}", CART);

      assertThat(report.findings())
          .filteredOn(one -> one.rule().equals("DDD-01"))
          .allMatch(one -> one.severity() == Severity.WARNING)
          .isNotEmpty();
      assertThat(report.tallyOf("DDD-04")).isEmpty();
    }
  }
}
