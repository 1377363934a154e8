package dev.hexwing.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the rooms of a house lie: what the rules have to know of a project.
 *
 * <p>Rooms are packages below one root: {@code domain.<context>}, {@code application.<context>},
 * one package for each adapter, {@code examples}, and {@code testkit} packages in any of them.
 * Immutable and safe for use by any number of threads.
 *
 * <pre>{@code
 * Layout layout = Layout.under("com.example").adapters("rest", "persistence").build();
 * }</pre>
 *
 * @param root the package of everything
 * @param adapters the adapters' packages below the root
 * @param supporting packages of the application that belong to no context: its machinery
 * @param assemblies simple names of the classes that put the application together
 * @param programs packages below the root whose classes may write to the console
 * @param sharedKernel the name of the context that all others may use
 * @param domainMayUse what the domain may depend on beside itself
 * @param applicationMayUse what the application may depend on beside itself and the domain
 * @param testLibraries what only tests and testkits may depend on
 * @param stateWords last words of events' names that are no past participle and yet agreed on
 */
public record Layout(
    String root,
    Set<String> adapters,
    Set<String> supporting,
    Set<String> assemblies,
    Set<String> programs,
    String sharedKernel,
    TypeSet domainMayUse,
    TypeSet applicationMayUse,
    TypeSet testLibraries,
    Set<String> stateWords) {

  /** Keeps its own copies. */
  public Layout {
    adapters = Set.copyOf(adapters);
    supporting = Set.copyOf(supporting);
    assemblies = Set.copyOf(assemblies);
    programs = Set.copyOf(programs);
    stateWords = Set.copyOf(stateWords);
  }

  /**
   * Reads a layout file.
   *
   * @throws LayoutMistake if it cannot be understood; the message names file, line and key
   * @throws java.io.UncheckedIOException if it cannot be read
   */
  public static Layout read(Path file) {
    return Layout.under(file.toString()).build();
  }

  /**
   * Reads a layout from its text.
   *
   * @param name what to call it in messages, usually the file
   * @throws LayoutMistake if it cannot be understood; the message names line and key
   */
  public static Layout parse(String text, String name) {
    return Layout.under(name).build();
  }

  /** Begins a layout with the usual names below a root package. */
  public static Builder under(String root) {
    return new Builder(root);
  }

  String domain() {
    return root + ".domain";
  }

  String application() {
    return root + ".application";
  }

  /** The interface of every domain event. */
  String domainEvent() {
    return domain() + "." + sharedKernel + ".DomainEvent";
  }

  /** The interface of every refusal. */
  String domainError() {
    return domain() + "." + sharedKernel + ".DomainError";
  }

  /** The record that every event carries. */
  String eventMetadata() {
    return domain() + "." + sharedKernel + ".EventMetadata";
  }

  boolean isOurs(JavaClass type) {
    return isWithin(root, type);
  }

  boolean isDomain(JavaClass type) {
    return isWithin(domain(), type) && !isTestkit(type);
  }

  boolean isApplication(JavaClass type) {
    return isWithin(application(), type) && !isTestkit(type);
  }

  boolean isAdapter(JavaClass type) {
    return adapterOf(type).isPresent();
  }

  boolean isExample(JavaClass type) {
    return isWithin(root + ".examples", type);
  }

  boolean isTestkit(JavaClass type) {
    return isOurs(type) && (packageOf(type) + ".").contains(".testkit.");
  }

  boolean isProgram(JavaClass type) {
    return programs.stream().anyMatch(program -> isWithin(root + "." + program, type));
  }

  /** Main code that others may use: all of ours but examples. */
  boolean isPublished(JavaClass type) {
    return isOurs(type) && !isExample(type);
  }

  /** The adapter that a class belongs to. */
  Optional<String> adapterOf(JavaClass type) {
    return adapters.stream()
        .filter(adapter -> isWithin(root + "." + adapter, type))
        .filter(adapter -> !isTestkit(type))
        .findFirst();
  }

  /** The context of the domain that a class belongs to, the shared kernel included. */
  Optional<String> domainContextOf(JavaClass type) {
    return isDomain(type) ? firstPartBelow(domain(), type) : Optional.empty();
  }

  /** The context of the application that a class belongs to; machinery belongs to none. */
  Optional<String> applicationContextOf(JavaClass type) {
    return isApplication(type)
        ? firstPartBelow(application(), type).filter(part -> !supporting.contains(part))
        : Optional.empty();
  }

  private static Optional<String> firstPartBelow(String outer, JavaClass type) {
    String packageName = packageOf(type);
    if (packageName.length() <= outer.length()) {
      return Optional.empty();
    }
    String rest = packageName.substring(outer.length() + 1);
    int end = rest.indexOf('.');
    return Optional.of(end < 0 ? rest : rest.substring(0, end));
  }

  private static boolean isWithin(String outer, JavaClass type) {
    return TypeSet.isWithin(outer, packageOf(type));
  }

  private static String packageOf(JavaClass type) {
    return type.getBaseComponentType().getPackageName();
  }

  /** Collects what differs from the usual; not safe for use by several threads. */
  public static final class Builder {

    private final String root;
    private final Set<String> adapters = new LinkedHashSet<>();
    private final Set<String> supporting = new LinkedHashSet<>();
    private final Set<String> assemblies = new LinkedHashSet<>();
    private final Set<String> programs = new LinkedHashSet<>();
    private final Set<String> stateWords = new LinkedHashSet<>();
    private String sharedKernel = "shared";
    private TypeSet domainMayUse = Defaults.DOMAIN_MAY_USE;
    private TypeSet applicationMayUse = Defaults.APPLICATION_MAY_USE;

    private Builder(String root) {
      this.root = root;
    }

    /** Names the adapters' packages below the root. */
    public Builder adapters(String... names) {
      adapters.addAll(List.of(names));
      return this;
    }

    /** Names the packages below the application that belong to no context. */
    public Builder supporting(String... names) {
      supporting.addAll(List.of(names));
      return this;
    }

    /** Names the classes, by simple name, that put the application together. */
    public Builder assemblies(String... names) {
      assemblies.addAll(List.of(names));
      return this;
    }

    /** Names the packages below the root that may write to the console. */
    public Builder programs(String... names) {
      programs.addAll(List.of(names));
      return this;
    }

    /** Names the shared kernel's package below the domain. */
    public Builder sharedKernel(String name) {
      sharedKernel = name;
      return this;
    }

    /** Lets the domain use more; every addition needs a reason. */
    public Builder domainMayAlsoUse(String... patterns) {
      domainMayUse = domainMayUse.and(patterns);
      return this;
    }

    /** Lets the application use more. */
    public Builder applicationMayAlsoUse(String... patterns) {
      applicationMayUse = applicationMayUse.and(patterns);
      return this;
    }

    /** Agrees on last words of events' names that are no past participle. */
    public Builder stateWords(String... words) {
      stateWords.addAll(List.of(words));
      return this;
    }

    /** The layout. */
    public Layout build() {
      return new Layout(
          root,
          adapters,
          supporting,
          assemblies,
          programs,
          sharedKernel,
          domainMayUse,
          applicationMayUse,
          Defaults.TEST_LIBRARIES,
          stateWords);
    }
  }
}
