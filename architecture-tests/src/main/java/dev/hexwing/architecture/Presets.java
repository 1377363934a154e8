package dev.hexwing.architecture;

import java.util.List;

/** Layouts that many teams share, each below a root of the team's own. */
final class Presets {

  static final String PORTS = "ports-and-adapters";
  static final String ONION = "onion";
  static final String LAYERED = "layered-ddd";

  /** All presets, as layout files name them. */
  static final List<String> NAMES = List.of(HouseOfHexwing.NAME, PORTS, ONION, LAYERED);

  private Presets() {}

  /** Adds what a preset says, below each root; not for the preset {@code hexwing}. */
  static void addTo(LayoutBuilder to, String preset, List<String> roots) {
    String where = "preset " + preset;
    for (String root : roots) {
      switch (preset) {
        case PORTS -> portsAndAdapters(to, root, where);
        case ONION -> onion(to, root, where);
        case LAYERED -> layered(to, root, where);
        default -> throw new IllegalArgumentException("no preset " + preset);
      }
      if (!to.sharedKernel.isEmpty()) {
        to.role(Role.SHARED_KERNEL, root + "." + to.sharedKernel + "..domain..", "", where);
        to.role(Role.SHARED_KERNEL, root + "..domain." + to.sharedKernel + "..", "", where);
      }
    }
    to.block(Block.IDENTIFIER, Matcher.Kind.NAMES, "*Id", where);
    to.block(Block.REPOSITORY, Matcher.Kind.NAMES, "*Repository", where);
    to.block(Block.TRANSLATOR, Matcher.Kind.NAMES, "*Translator", where);
  }

  private static void portsAndAdapters(LayoutBuilder to, String root, String where) {
    to.role(Role.DOMAIN, root + "..domain..", "", where);
    to.role(Role.APPLICATION, root + "..application..", "", where);
    to.role(Role.ADAPTER, root + "..adapter..", "", where);
    to.role(Role.ADAPTER, root + "..adapters..", "", where);
    for (String ports : List.of("port", "ports")) {
      to.role(Role.DRIVING_PORT, root + ".." + ports + ".in..", "", where);
      to.role(Role.DRIVEN_PORT, root + ".." + ports + ".out..", "", where);
      // Deeper than the application around them, so they count for more.
      to.role(Role.DRIVING_PORT, root + "..application." + ports + ".in..", "", where);
      to.role(Role.DRIVEN_PORT, root + "..application." + ports + ".out..", "", where);
    }
    for (String adapter : List.of("adapter", "adapters")) {
      to.role(Role.DRIVING_ADAPTER, root + ".." + adapter + ".in..", "", where);
      to.role(Role.DRIVEN_ADAPTER, root + ".." + adapter + ".out..", "", where);
    }
  }

  private static void onion(LayoutBuilder to, String root, String where) {
    to.role(Role.DOMAIN, root + "..domain..", "", where);
    to.role(Role.APPLICATION, root + "..application..", "", where);
    to.role(Role.ADAPTER, root + "..infrastructure..", "", where);
    to.role(Role.ADAPTER, root + "..adapter..", "", where);
    to.role(Role.ADAPTER, root + "..adapters..", "", where);
  }

  private static void layered(LayoutBuilder to, String root, String where) {
    to.role(Role.DOMAIN, root + "..domain..", "", where);
    to.role(Role.APPLICATION, root + "..application..", "", where);
    to.role(Role.DRIVEN_ADAPTER, root + "..infrastructure..", "", where);
    to.role(Role.DRIVING_ADAPTER, root + "..interfaces..", "", where);
  }
}
