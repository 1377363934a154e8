package dev.hexwing.architecture;

import dev.hexwing.architecture.LayoutEntries.OfContext;
import dev.hexwing.architecture.RoleAssignment.Evidence;
import dev.hexwing.architecture.RoleAssignment.Source;
import dev.hexwing.architecture.classfile.AnnotationInfo;
import dev.hexwing.architecture.classfile.ClassInfo;
import dev.hexwing.architecture.classfile.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds which context a class belongs to: by an annotated context, then by the layout, then by an
 * annotated module. On one thread.
 *
 * <p>A module is a part of a context (Evans, Domain-Driven Design Reference, "Modules"), so it is a
 * context itself only where nobody tells of one around it.
 */
final class ContextFinder {

  private final Layout layout;
  private final Types types;
  private final Map<String, ClassInfo> packageInfos;
  private final PackageRoles packages;

  ContextFinder(
      Layout layout, Types types, Map<String, ClassInfo> packageInfos, PackageRoles packages) {
    this.layout = layout;
    this.types = types;
    this.packageInfos = packageInfos;
    this.packages = packages;
  }

  /** A context by name, and who said so. */
  record Told(String name, Source source, String text) {

    private Evidence evidence() {
      return new Evidence(source, Evidence.CONTEXT + name, text);
    }
  }

  /** The context of a class, empty if it has none; all that told of one is added as evidence. */
  String of(String name, @Nullable ClassInfo info, List<Evidence> evidence) {
    List<Told> told = told(name, info);
    told.stream().map(Told::evidence).forEach(evidence::add);
    return told.isEmpty() ? "" : told.get(0).name();
  }

  private List<Told> told(String name, @Nullable ClassInfo info) {
    String packageName = Names.packageOf(name);
    List<Told> told = annotated(packageName, Stereotypes.BOUNDED_CONTEXT);
    if (told.isEmpty()) {
      told = matched(name, info, false);
    }
    if (told.isEmpty()) {
      told = packages.contextsOf(packageName);
    }
    if (told.isEmpty()) {
      told = matched(name, info, true);
    }
    return told.isEmpty() ? annotated(packageName, Stereotypes.MODULE) : told;
  }

  /** What the layout tells of a class by other things than its package. */
  private List<Told> matched(String name, @Nullable ClassInfo info, boolean byModule) {
    List<Told> told = new ArrayList<>();
    for (OfContext entry : layout.contexts()) {
      Matcher matcher = entry.matcher();
      boolean asked =
          matcher.kind() != Matcher.Kind.PACKAGES
              && (matcher.kind() == Matcher.Kind.MODULES) == byModule;
      if (asked && matcher.fits(name, info, types)) {
        told.add(new Told(entry.name(), Source.LAYOUT, "contexts " + matcher.text()));
      }
    }
    return told;
  }

  /** The nearest package outward that has an annotation. */
  private List<Told> annotated(String packageName, String annotation) {
    for (String outer = packageName; !outer.isEmpty(); outer = Names.packageOf(outer)) {
      ClassInfo info = packageInfos.get(outer);
      for (AnnotationInfo one : info == null ? List.<AnnotationInfo>of() : info.annotations()) {
        if (one.type().equals(annotation)) {
          String text = one.text("id", "name", "value");
          String context = text.isEmpty() ? Names.shortNameOf(outer) : text;
          boolean denied = annotation.equals(Stereotypes.MODULE) && isNone(context, outer);
          if (!denied) {
            String where = "@" + one.simpleName() + " on package " + outer;
            return List.of(new Told(context, Source.ANNOTATION, where));
          }
        }
      }
    }
    return List.of();
  }

  private boolean isNone(String context, String packageName) {
    return layout.noContexts().contains(context)
        || layout.noContexts().contains(Names.shortNameOf(packageName));
  }
}
