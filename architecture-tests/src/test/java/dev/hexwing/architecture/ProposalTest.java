package dev.hexwing.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexwing.architecture.classfile.ClassFiles;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A proposed layout")
class ProposalTest {

  private static Report check(ClassFiles.Contents contents, Proposal proposal) {
    return Architecture.judge(contents, Layout.parse(proposal.yaml(), "architecture.yaml"));
  }

  /** What must hold of each proposal, whatever it was made for. */
  private static Report settled(ClassFiles.Contents contents, Proposal proposal) {
    Report report = check(contents, proposal);
    assertThat(report.findings())
        .extracting(Finding::rule)
        .doesNotContain("RUL-01", "RUL-02", "RUL-03", "RUL-06", "HEX-15");
    assertThat(proposal.unsure()).isNotEmpty();
    proposal.unsure().forEach(doubt -> assertThat(proposal.yaml()).contains("# " + doubt + "\n"));
    return report;
  }

  @Nested
  class of_a_clean_application {

    @ParameterizedTest
    @CsvSource({
      "HEXWING, hexwing",
      "PORTS_AND_ADAPTERS, ports-and-adapters",
      "ONION, onion",
      "LAYERED, layered-ddd"
    })
    void names_its_preset_and_leaves_open_only_what_nobody_can_know(HouseKind kind, String preset) {
      ClassFiles.Contents contents = Compiled.contents(MutationTest.clean(kind));
      Proposal proposal = Proposer.propose(contents);

      Report report = settled(contents, proposal);

      assertThat(proposal.yaml())
          .contains("preset: " + preset + "\n", "root: com.shop\n", ".Assembly}");
      assertThat(proposal.unsure()).anySatisfy(one -> assertThat(one).contains("com.shop.misc"));
      assertThat(report.findings()).extracting(Finding::rule).containsOnly("HEX-14");
      assertThat(report.findings())
          .extracting(Finding::origin)
          .allMatch(one -> one.startsWith("com.shop.misc."));
    }

    @Test
    void sees_what_is_broken_afterwards() {
      Map<String, byte[]> classes = MutationTest.clean(HouseKind.HEXWING);
      Proposal proposal = Proposer.propose(Compiled.contents(classes));
      Map<String, byte[]> broken =
          Compiled.of(
              """
              package com.shop.domain.ordering;
              public final class Leak { public Object go() { return new com.shop.persistence.out.JdbcOrders(); } }
              """,
              classes);
      classes.putAll(broken);

      assertThat(check(Compiled.contents(classes), proposal).findings())
          .extracting(Finding::rule)
          .containsOnly("HEX-02", "HEX-14");
    }
  }

  @Nested
  class of_rooms_that_no_preset_knows {

    private static final String JAVA =
        """
        package com.acme.domain.loans;
        public final class Loan { public com.acme.common.Day due() { return new com.acme.common.Day(); } }
        package com.acme.domain.fees;
        public final class Fee {}
        package com.acme.application.loans;
        public final class Lending { public Object go() { return new com.acme.domain.loans.Loan(); } }
        package com.acme.application.audit;
        public final class Trail {}
        package com.acme.common;
        public final class Day {}
        package com.acme.web.in;
        public final class Page { public Object go() { return new com.acme.application.loans.Lending(); } }
        package com.acme.db;
        public final class Rows { public Object go() { return new com.acme.domain.fees.Fee(); } }
        package com.acme.start;
        public final class Main { public static void main(String[] a) { new com.acme.web.in.Page(); new com.acme.db.Rows(); new com.acme.application.loans.Lending(); } }
        package com.acme.demo;
        public final class Tour { public static void main(String[] a) {} }
        package com.acme.tool;
        public final class Cleaner { public static void main(String[] a) {} }
        """;

    private final ClassFiles.Contents contents = Compiled.contents(Compiled.of(JAVA));
    private final Proposal proposal = Proposer.propose(contents);

    @Test
    void tells_each_by_who_uses_whom() {
      assertThat(proposal.yaml())
          .doesNotContain("preset:")
          .contains("root: com.acme\n")
          .contains("contexts: [com.acme.domain, com.acme.application]\n")
          .contains("no-contexts: audit\n")
          .contains("  domain: com.acme.domain..\n")
          .contains("  application: com.acme.application..\n")
          .contains("  shared-kernel: com.acme.common..\n")
          .contains("  adapter: [com.acme.db.., com.acme.web..]\n")
          .contains("  driving-adapter: com.acme.web.in..\n")
          .contains("  composition-root: com.acme.start..\n")
          .contains("  example: com.acme.demo..\n")
          .contains("  tool: com.acme.tool..\n");
    }

    @Test
    void is_one_that_check_takes_and_leaves_no_class_open() {
      assertThat(settled(contents, proposal).unassigned()).isEmpty();
    }

    @Test
    void does_not_call_an_adapter_what_the_inside_knows() {
      String java =
          """
          package com.acme.domain;
          public final class Loan { public Object go() { return new com.acme.mixed.Both(); } }
          package com.acme.application;
          public final class Lending { public Object go() { return new com.acme.domain.Loan(); } }
          package com.acme.mixed;
          public final class Both { public Object go() { return new com.acme.domain.Loan(); } }
          """;
      Proposal left = Proposer.propose(Compiled.contents(Compiled.of(java)));

      assertThat(left.yaml()).doesNotContain("com.acme.mixed..");
      assertThat(left.unsure()).contains("No role is told for com.acme.mixed (1 class).");
    }
  }

  @Nested
  class of_this_repository {

    private static ClassFiles.Contents classes(String... packages) {
      ClassLoader loader = ProposalTest.class.getClassLoader();
      return ClassFiles.read(ClassPathRoots.of(loader, List.of(packages)), (done, of) -> {});
    }

    @Test
    void is_its_own_preset_and_complete() {
      ClassFiles.Contents all = classes("dev.hexwing");
      Proposal proposal = Proposer.propose(all);

      Report report = settled(all, proposal);

      assertThat(proposal.yaml())
          .contains("preset: hexwing\n")
          .contains("adapters: [messaging, persistence, rest]\n")
          .contains("programs: architecture\n");
      // Names of events that tell a state, and the rules for JUnit, are for a person to tell.
      assertThat(report.findings()).extracting(Finding::rule).containsOnly("DDD-11", "HEX-07");
    }

    @Test
    void needs_no_more_than_domain_and_application_and_one_adapter() {
      ClassFiles.Contents three =
          classes(
              "dev.hexwing.domain.ordering", "dev.hexwing.application.work", "dev.hexwing.rest");
      Proposal proposal = Proposer.propose(three);

      Report report = settled(three, proposal);

      assertThat(proposal.yaml()).contains("preset: hexwing\n", "adapters: rest\n");
      assertThat(report.findings()).extracting(Finding::rule).containsOnly("DDD-11");
    }
  }

  @Nested
  class of_packages_without_a_common_root {

    @Test
    void tells_each_root() {
      ClassFiles.Contents contents =
          Compiled.contents(
              Compiled.of(
                  """
                  package org.alpha.domain;
                  public final class One {}
                  package com.beta.domain;
                  public final class Two {}
                  package com.beta.infrastructure;
                  public final class Three {}
                  """));
      Proposal proposal = Proposer.propose(contents);

      assertThat(proposal.yaml()).contains("preset: onion\n", "root: [com.beta, org.alpha]\n");
      assertThat(settled(contents, proposal).roles().all())
          .hasSize(3)
          .noneMatch(one -> one.role() == Role.UNASSIGNED);
    }
  }
}
