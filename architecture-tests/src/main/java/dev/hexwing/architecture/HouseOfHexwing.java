package dev.hexwing.architecture;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The preset {@code hexwing}: rooms below one root, contexts below domain and application. */
final class HouseOfHexwing {

  static final String NAME = "hexwing";

  private static final String WHERE = "preset hexwing";

  final String root;
  final Set<String> adapters = new LinkedHashSet<>();
  final Set<String> assemblies = new LinkedHashSet<>();
  final Set<String> programs = new LinkedHashSet<>();

  HouseOfHexwing(String root) {
    this.root = root;
  }

  void addTo(LayoutBuilder to) {
    String domain = root + ".domain";
    String application = root + ".application";
    String kernel = domain + "." + to.sharedKernel;
    to.roots.add(root);
    to.role(Role.DOMAIN, domain + "..", "", WHERE);
    to.role(Role.SHARED_KERNEL, kernel + "..", "", WHERE);
    to.role(Role.APPLICATION, application + "..", "", WHERE);
    to.role(Role.EXAMPLE, root + ".examples..", "", WHERE);
    to.role(Role.TESTKIT, root + ".*.testkit..", "", WHERE);
    to.role(Role.TESTKIT, root + ".*.*.testkit..", "", WHERE);
    for (String adapter : adapters) {
      to.role(Role.ADAPTER, root + "." + adapter + "..", adapter, WHERE);
      to.role(Role.DRIVING_ADAPTER, root + "." + adapter + ".in..", adapter, WHERE);
      to.role(Role.DRIVEN_ADAPTER, root + "." + adapter + ".out..", adapter, WHERE);
    }
    programs.forEach(program -> to.role(Role.TOOL, root + "." + program + "..", "", WHERE));
    assemblies.forEach(
        name ->
            to.roles.add(
                new LayoutEntries.OfRole(
                    Role.COMPOSITION_ROOT, new Matcher(Matcher.Kind.NAMES, name, WHERE), "")));
    to.context("", domain + "..", WHERE);
    to.context("", application + "..", WHERE);
    to.noContexts.add("testkit");
    to.block(Block.DOMAIN_EVENT, Matcher.Kind.EXTENDS, kernel + ".DomainEvent", WHERE);
    to.block(Block.TRANSLATOR, Matcher.Kind.NAMES, "*Translator", WHERE);
    to.blocks.add(
        new LayoutEntries.OfBlock(
            Block.IDENTIFIER, new Matcher(Matcher.Kind.NAMES, "*Id", WHERE), true));
    to.onlyTranslatorsAsk = true;
    to.refusalType = kernel + ".DomainError";
    to.metadataType = kernel + ".EventMetadata";
    to.on(List.of("DDD-02", "DDD-08", "DDD-10", "DDD-12", "HEX-05", "HEX-06"), WHERE);
    to.on(
        List.of(
            "STY-01", "STY-02", "STY-03", "STY-04", "STY-05", "STY-06", "STY-07", "STY-08",
            "STY-09"),
        WHERE);
  }
}
