package dev.hexwing.architecture;

import dev.hexwing.architecture.LayoutEntries.Setting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the classes of a project are: which role, which context, which building block.
 *
 * <p>Comes from a layout file, or is built in code for a house that is laid out as Hexwing is. What
 * a layout does not tell, nobody guesses. Immutable and safe for use by any number of threads.
 *
 * <pre>{@code
 * Layout layout = Layout.read(Path.of("architecture.yaml"));
 * Layout house = Layout.under("com.example").adapters("rest", "persistence").build();
 * }</pre>
 */
public final class Layout {

  private final LayoutBuilder from;

  Layout(LayoutBuilder builder) {
    this.from = builder.copy();
  }

  /**
   * Reads a layout file.
   *
   * @throws LayoutMistake if it cannot be understood; the message names file, line and key
   * @throws UncheckedIOException if it cannot be read
   */
  public static Layout read(Path file) {
    try {
      return parse(Files.readString(file), file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Reads a layout from its text.
   *
   * @param name what to call it in messages, usually the file
   * @throws LayoutMistake if it cannot be understood; the message names line and key
   */
  public static Layout parse(String text, String name) {
    return LayoutReader.read(text, name);
  }

  /** Begins a layout of a house like Hexwing's below a root package. */
  public static Builder under(String root) {
    return new Builder(root);
  }

  /** The packages of everything that is judged; empty for all that is read. */
  List<String> roots() {
    return from.roots;
  }

  List<LayoutEntries.OfRole> roles() {
    return from.roles;
  }

  List<LayoutEntries.OfBlock> blocks() {
    return from.blocks;
  }

  List<LayoutEntries.OfContext> contexts() {
    return from.contexts;
  }

  /** Package parts that are no context wherever they stand. */
  Set<String> noContexts() {
    return from.noContexts;
  }

  /** The name of the context that all others may use; empty if none. */
  String sharedKernel() {
    return from.sharedKernel;
  }

  TypeSet domainMayUse() {
    return from.domainMayUse;
  }

  TypeSet applicationMayUse() {
    return from.applicationMayUse;
  }

  List<LayoutEntries.Allowance> allowances() {
    return from.allowances;
  }

  Map<String, Setting> settings() {
    return from.settings;
  }

  List<LayoutEntries.Accepted> accepted() {
    return from.accepted;
  }

  /** Words of events' names that are no past participle and yet agreed on. */
  Set<String> stateWords() {
    return from.stateWords;
  }

  /** The interface of every refusal; empty if there is none. */
  String refusalType() {
    return from.refusalType;
  }

  /** The type that every event carries; empty if there is none. */
  String metadataType() {
    return from.metadataType;
  }

  /** Whether only translators may use other contexts' driving ports. */
  boolean onlyTranslatorsAsk() {
    return from.onlyTranslatorsAsk;
  }

  /** The file it came from, for messages. */
  String name() {
    return from.name;
  }

  /** Whether a class is judged at all. */
  boolean isOurs(String packageName) {
    return from.roots.isEmpty()
        || from.roots.stream().anyMatch(root -> TypeSet.isWithin(root, packageName));
  }

  /** Collects what differs from the usual; not safe for use by several threads. */
  public static final class Builder {

    private final HouseOfHexwing house;
    private final LayoutBuilder builder = new LayoutBuilder("code");

    private Builder(String root) {
      house = new HouseOfHexwing(root);
    }

    /** Names the adapters' packages below the root. */
    public Builder adapters(String... names) {
      house.adapters.addAll(List.of(names));
      return this;
    }

    /** Names the packages of the application that belong to no context. */
    public Builder supporting(String... names) {
      builder.noContexts.addAll(List.of(names));
      return this;
    }

    /** Names classes, without package, that put everything together. */
    public Builder assemblies(String... names) {
      house.assemblies.addAll(List.of(names));
      return this;
    }

    /** Names packages below the root that stand beside the hexagon: programs, tools. */
    public Builder programs(String... names) {
      house.programs.addAll(List.of(names));
      return this;
    }

    /** Agrees on words of events' names that are no past participle. */
    public Builder stateWords(String... words) {
      builder.stateWords.addAll(List.of(words));
      return this;
    }

    /** The layout. */
    public Layout build() {
      LayoutBuilder all = builder.copy();
      house.addTo(all);
      return new Layout(all);
    }
  }
}
